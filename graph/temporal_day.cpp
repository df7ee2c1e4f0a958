#include "graph/temporal_day.h"

namespace lintas {

namespace {

bool between(std::int64_t value, std::int64_t least, std::int64_t greatest) {
    return value >= least && value <= greatest;
}

// Days far out of range would leave what the calendar computes exactly.
bool is_year(std::int64_t year) { return between(year, min_year, max_year); }

std::optional<Date> in_range_only(std::int64_t days) {
    const Date date{days};
    if (!in_range(date)) return {};
    return date;
}

} // namespace

std::optional<Date> find_date(const CivilDate& date) {
    if (!is_year(date.year) || !between(date.month, 1, 12)) return {};
    if (!between(date.day, 1, days_in_month(date.year, date.month))) return {};
    return in_range_only(days_from_civil(date));
}

std::optional<Date> find_date(const WeekDate& date) {
    if (!is_year(date.year) || !between(date.week, 1, weeks_in_year(date.year))) return {};
    if (!between(date.weekday, 1, 7)) return {};
    return in_range_only(days_from_week(date));
}

std::optional<Date> find_date(const QuarterDate& date) {
    if (!is_year(date.year) || !between(date.quarter, 1, 4)) return {};
    if (!between(date.day, 1, days_in_quarter(date.year, date.quarter))) return {};
    return in_range_only(days_from_civil({date.year, date.quarter * 3 - 2, 1}) + date.day - 1);
}

std::optional<Date> find_date(const OrdinalDate& date) {
    if (!is_year(date.year)) return {};
    if (!between(date.day, 1, is_leap_year(date.year) ? 366 : 365)) return {};
    return in_range_only(days_from_civil({date.year, 1, 1}) + date.day - 1);
}

std::optional<LocalTime> find_time(const ClockTime& time) {
    if (!between(time.hour, 0, 23) || !between(time.minute, 0, 59)) return {};
    if (!between(time.second, 0, 59)) return {};
    if (!between(time.nanosecond, 0, nanoseconds_per_second - 1)) return {};
    return LocalTime{nanoseconds_from_clock(time)};
}

} // namespace lintas
