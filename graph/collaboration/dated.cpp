#include "graph/collaboration/dated.h"

#include "graph/temporal_calendar.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace lintas::collaboration {

namespace {

struct Written {
    std::int32_t year = 0;
    int month = 0; // 0: not said
    int day = 0;
};

// The next `digits` digits, and what is left.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return {};
    int number = 0;
    const auto* end = text.data() + digits;
    const auto [stop, failure] = std::from_chars(text.data(), end, number);
    if (failure != std::errc{} || stop != end || text[0] == '-') return {};
    text.remove_prefix(digits);
    return number;
}

// "2019", "2019-04" or "2019-04-30", and whatever time follows.
std::optional<Written> read(std::string_view text) {
    Written written;
    const auto year = take_number(text, 4);
    if (!year) return {};
    written.year = *year;
    if (text.empty()) return written;
    if (!text.starts_with('-')) return {};
    text.remove_prefix(1);
    const auto month = take_number(text, 2);
    if (!month || *month < 1 || *month > 12) return {};
    written.month = *month;
    if (!text.starts_with('-')) return text.empty() ? std::optional{written} : std::nullopt;
    text.remove_prefix(1);
    const auto day = take_number(text, 2);
    if (!day || *day < 1 || *day > days_in_month(written.year, written.month)) return {};
    written.day = *day;
    return written;
}

bool is_plausible(std::int64_t year) { return year > -10'000 && year < 10'000; }

// The day of a value that says one.
std::optional<Day> exact_day(const Value& value) {
    if (value.is(ValueType::Date)) return value.as<Date>().days;
    if (value.is(ValueType::LocalDateTime))
        return floor_divide(value.as<LocalDateTime>().seconds, seconds_per_day);
    if (value.is(ValueType::ZonedDateTime))
        return floor_divide(value.as<ZonedDateTime>().seconds, seconds_per_day);
    return {};
}

std::optional<Written> written_of(const Value& value) {
    if (value.is(ValueType::Integer) && is_plausible(value.integer()))
        return Written{static_cast<std::int32_t>(value.integer())};
    if (value.is(ValueType::String)) return read(value.string());
    return {};
}

} // namespace

std::optional<std::int32_t> year_of(const Value& value) {
    if (const auto day = exact_day(value)) {
        const auto year = civil_from_days(*day).year;
        return is_plausible(year) ? std::optional{static_cast<std::int32_t>(year)} : std::nullopt;
    }
    const auto written = written_of(value);
    return written ? std::optional{written->year} : std::nullopt;
}

std::optional<Day> first_day_of(const Value& value) {
    if (const auto day = exact_day(value)) return day;
    const auto written = written_of(value);
    if (!written) return {};
    return days_from_civil({written->year, std::max(written->month, 1), std::max(written->day, 1)});
}

std::optional<Day> last_day_of(const Value& value) {
    if (const auto day = exact_day(value)) return day;
    const auto written = written_of(value);
    if (!written) return {};
    const auto month = written->month == 0 ? 12 : written->month;
    const auto day = written->day == 0 ? days_in_month(written->year, month) : written->day;
    return days_from_civil({written->year, month, day});
}

Day first_day_of_year(std::int32_t year) { return days_from_civil({year, 1, 1}); }
Day last_day_of_year(std::int32_t year) { return days_from_civil({year, 12, 31}); }

} // namespace lintas::collaboration
