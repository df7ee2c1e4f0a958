#include "graph/temporal_parse_duration.h"

#include "graph/temporal_amount.h"
#include "graph/temporal_parse.h"
#include "graph/temporal_scanner.h"

#include <array>
#include <charconv>
#include <string>

namespace lintas {

namespace {

struct Unit {
    char letter;
    Amount Amounts::*sum;
    std::int64_t factor;
};

constexpr std::array date_units = {
    Unit{'Y', &Amounts::months, 12},
    Unit{'M', &Amounts::months, 1},
    Unit{'W', &Amounts::days, 7},
    Unit{'D', &Amounts::days, 1},
};
constexpr std::array time_units = {
    Unit{'H', &Amounts::seconds, 3600},
    Unit{'M', &Amounts::seconds, 60},
    Unit{'S', &Amounts::seconds, 1},
};

// The digits after the point; those beyond the 18th tell nothing a duration could hold.
long double fraction_of(std::string_view digits) {
    long double fraction = 0;
    long double unit = 1;
    for (const char digit : digits.substr(0, 18)) {
        unit *= 10;
        fraction = fraction * 10 + static_cast<long double>(digit - '0');
    }
    return fraction / unit;
}

// A number with an optional sign and fraction, in units; `negative` turns its sign.
std::optional<Amount> parse_amount(Scanner& text, bool negative) {
    if (text.skip('-')) {
        negative = !negative;
    } else {
        text.skip('+');
    }
    const auto digits = (negative ? "-" : "") + std::string{text.take_digits()};
    Amount amount;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), amount.whole);
    if (error != std::errc{}) return {};
    if (text.skip('.') || text.skip(',')) {
        const auto fraction = text.take_digits();
        if (fraction.empty()) return {};
        amount.fraction = negative ? -fraction_of(fraction) : fraction_of(fraction);
    }
    return amount;
}

// At least one part, each of them once and in order. False where that is not so.
template <std::size_t count>
bool parse_units(Scanner& text, const std::array<Unit, count>& units, bool negative,
                 Amounts& amounts) {
    std::size_t next = 0;
    do {
        const auto amount = parse_amount(text, negative);
        if (!amount) return false;
        while (next < count && !text.skip(units[next].letter)) ++next;
        if (next == count) return false;
        auto& sum = amounts.*units[next].sum;
        sum = add(sum, multiply(*amount, units[next].factor));
        ++next;
    } while (!text.at_end() && !text.next_is('T'));
    return true;
}

std::optional<Duration> parse_by_units(Scanner text, bool negative) {
    Amounts amounts;
    if (!text.next_is('T') && !parse_units(text, date_units, negative, amounts)) return {};
    if (text.skip('T') && !parse_units(text, time_units, negative, amounts)) return {};
    if (!text.at_end()) return {};
    return find_duration(amounts);
}

// yyyy-mm-dd or yyyymmdd as years, months and days.
std::optional<Duration> parse_dated(Scanner text) {
    const auto years = text.digits(4);
    const bool dashes = text.skip('-');
    const auto months = text.digits(2);
    if (dashes && !text.skip('-')) return {};
    const auto days = text.digits(2);
    if (!years || !months || !days || !text.at_end()) return {};
    return Duration{*years * 12 + *months, *days, 0, 0};
}

std::optional<Duration> parse_by_clock(std::string_view text, bool negative) {
    const auto separator = text.find('T');
    const auto date = separator == 0 ? Duration{} : parse_dated(Scanner{text.substr(0, separator)});
    if (!date) return {};
    LocalTime time;
    if (separator != std::string_view::npos) {
        const auto parsed = parse_local_time(text.substr(separator + 1));
        if (!parsed) return {};
        time = *parsed;
    }
    const std::int64_t sign = negative ? -1 : 1;
    return find_duration(
        {{sign * date->months}, {sign * date->days}, {}, {sign * time.nanoseconds}});
}

} // namespace

std::optional<Duration> parse_duration(std::string_view text) {
    Scanner scanner{text};
    const bool negative = scanner.skip('-');
    if (!negative) scanner.skip('+');
    if (!scanner.skip('P') || scanner.at_end()) return {};
    if (const auto duration = parse_by_units(scanner, negative)) return duration;
    return parse_by_clock(scanner.rest(), negative);
}

} // namespace lintas
