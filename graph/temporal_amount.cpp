#include "graph/temporal_amount.h"

#include "graph/temporal_calendar.h"
#include "graph/temporal_range.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace lintas {

static_assert(std::numeric_limits<long double>::digits >= 64,
              "a 64-bit integer fits a long double without loss");

namespace {

constexpr std::int64_t seconds_per_month = 2'629'746;

// Gives both parts one sign. REQUIRES: the fraction lies between -1 and 1.
Amount with_one_sign(const Amount& value) {
    if (value.whole > 0 && value.fraction < 0) {
        return {value.whole - 1, value.fraction + 1, value.fits};
    }
    if (value.whole < 0 && value.fraction > 0) {
        return {value.whole + 1, value.fraction - 1, value.fits};
    }
    return value;
}

// Moves whole numbers out of the fraction, which may have any size.
Amount settle(std::int64_t whole, long double fraction, bool fits) {
    const auto moved = amount_of(fraction);
    Amount settled{0, moved.fraction, fits && moved.fits};
    settled.fits = !__builtin_add_overflow(whole, moved.whole, &settled.whole) && settled.fits;
    return with_one_sign(settled);
}

struct DaysAndSeconds {
    Amount days; // whole
    Amount seconds;
};

// In seconds rather than in days, which are exact for fractions like a half.
DaysAndSeconds carry_days(const Amounts& amounts) {
    const auto carried = amount_of(amounts.months.fraction * seconds_per_month +
                                   amounts.days.fraction * seconds_per_day);
    auto days = add({amounts.days.whole, 0, amounts.days.fits},
                    {carried.whole / seconds_per_day, 0, carried.fits});
    Amount rest{carried.whole % seconds_per_day, carried.fraction};
    if (days.whole > 0 && (rest.whole < 0 || rest.fraction < 0)) {
        --days.whole;
        rest = add(rest, {seconds_per_day});
    } else if (days.whole < 0 && (rest.whole > 0 || rest.fraction > 0)) {
        ++days.whole;
        rest = add(rest, {-seconds_per_day});
    }
    return {days, add(amounts.seconds, rest)};
}

} // namespace

Amount amount_of(long double value) {
    constexpr auto limit = 9'223'372'036'854'775'808.0L; // 2^63
    if (!(value >= -limit && value < limit)) return {0, 0, false};
    const auto whole = std::trunc(value);
    return {static_cast<std::int64_t>(whole), value - whole, true};
}

long double decimal(double value) {
    std::array<char, 32> text{};
    const auto* end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    long double number = 0;
    std::from_chars(text.data(), end, number);
    return std::isfinite(value) ? number : static_cast<long double>(value);
}

Amount add(const Amount& left, const Amount& right) {
    std::int64_t whole = 0;
    const bool fits = !__builtin_add_overflow(left.whole, right.whole, &whole);
    return settle(whole, left.fraction + right.fraction, fits && left.fits && right.fits);
}

Amount multiply(const Amount& value, std::int64_t factor) {
    std::int64_t whole = 0;
    const bool fits = !__builtin_mul_overflow(value.whole, factor, &whole);
    return settle(whole, value.fraction * static_cast<long double>(factor), fits && value.fits);
}

Amount multiply(const Amount& value, long double factor) {
    auto product = amount_of((static_cast<long double>(value.whole) + value.fraction) * factor);
    product.fits = product.fits && value.fits;
    return product;
}

Amount divide(std::int64_t value, std::int64_t divisor) {
    if (divisor == -1) return multiply(Amount{value}, divisor); // the quotient may not fit
    const auto rest = static_cast<long double>(value % divisor);
    return {value / divisor, rest / static_cast<long double>(divisor)};
}

std::optional<Duration> find_duration(const Amounts& amounts) {
    const auto [days, seconds] = carry_days(amounts);
    const auto finest =
        amount_of(amounts.nanoseconds.fraction + seconds.fraction * nanoseconds_per_second);
    // A half becomes zero, the even neighbour.
    const Amount rounded{finest.whole + std::llrint(finest.fraction)};
    const auto nanoseconds = add({amounts.nanoseconds.whole, 0, amounts.nanoseconds.fits}, rounded);
    const auto total =
        add({seconds.whole, 0, seconds.fits},
            {floor_divide(nanoseconds.whole, nanoseconds_per_second), 0, nanoseconds.fits});
    if (!amounts.months.fits || !days.fits || !total.fits) return {};
    return Duration{
        amounts.months.whole, days.whole, total.whole,
        static_cast<std::int32_t>(floor_rest(nanoseconds.whole, nanoseconds_per_second))};
}

Duration duration_for(const Amounts& amounts) {
    const auto duration = find_duration(amounts);
    if (!duration) fail_duration_range();
    return *duration;
}

} // namespace lintas
