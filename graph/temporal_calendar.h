// The proleptic Gregorian calendar over 64-bit day numbers: years, months, ISO weeks, quarters and
// ordinal days, and the clock's hours to nanoseconds.
//
// Invariant: pure integer arithmetic. Every function is exact for years -1,000,000,000 to
// 1,000,000,000, one year more than a Date may hold, so that results can be computed first and
// checked afterwards. Day numbers count from 1970-01-01; weekdays are ISO: Monday 1 to Sunday 7.
// Months from days and back: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
#pragma once

#include "graph/temporal.h"

#include <cstdint>

namespace lintas {

constexpr std::int64_t min_year = -999'999'999;
constexpr std::int64_t max_year = 999'999'999;
constexpr std::int64_t seconds_per_day = 86'400;
constexpr std::int64_t nanoseconds_per_second = 1'000'000'000;
constexpr std::int64_t nanoseconds_per_day = seconds_per_day * nanoseconds_per_second;

// The quotient rounded down, and what is left of the divisor: 0 <= rest < divisor.
// REQUIRES: divisor > 0.
constexpr std::int64_t floor_divide(std::int64_t value, std::int64_t divisor) {
    return value / divisor - (value % divisor < 0 ? 1 : 0);
}
constexpr std::int64_t floor_rest(std::int64_t value, std::int64_t divisor) {
    const auto rest = value % divisor;
    return rest < 0 ? rest + divisor : rest;
}

struct CivilDate {
    std::int64_t year = 1970;
    int month = 1;
    int day = 1;
    bool operator==(const CivilDate&) const = default;
};

// A day as ISO 8601 counts weeks: week 1 is the one with the year's first Thursday, so `year` is
// not always the calendar year.
struct WeekDate {
    std::int64_t year = 1970;
    int week = 1;
    int weekday = 1;
    bool operator==(const WeekDate&) const = default;
};

struct ClockTime {
    int hour = 0;
    int minute = 0;
    int second = 0;
    int nanosecond = 0;
    bool operator==(const ClockTime&) const = default;
};

bool is_leap_year(std::int64_t year);
int days_in_month(std::int64_t year, int month);
// 90 to 92.
int days_in_quarter(std::int64_t year, int quarter);
// 52 or 53.
int weeks_in_year(std::int64_t year);

// REQUIRES: month 1 to 12. A day outside of its month counts on from the month's first day.
std::int64_t days_from_civil(const CivilDate& date);
CivilDate civil_from_days(std::int64_t days);

std::int64_t days_from_week(const WeekDate& date);
WeekDate week_from_days(std::int64_t days);

int weekday(std::int64_t days);
// 1 to 366.
int day_of_year(std::int64_t days);
// 1 to 4.
int quarter_of_month(int month);
// 1 to 92.
int day_of_quarter(std::int64_t days);

// Moves by whole months; a day that the month does not have becomes the month's last.
CivilDate add_months(const CivilDate& date, std::int64_t months);

// REQUIRES: nanoseconds of a day, 0 to 86,399,999,999,999.
ClockTime clock_from_nanoseconds(std::int64_t nanoseconds);
std::int64_t nanoseconds_from_clock(const ClockTime& time);

// The two halves of a local date and time, and back.
Date date_of(const LocalDateTime& value);
LocalTime time_of(const LocalDateTime& value);
LocalDateTime at(Date date, LocalTime time);

// Does the year lie in the range that values may have?
bool in_range(Date date);
bool in_range(const LocalDateTime& value);

} // namespace lintas
