#include "graph/temporal_calendar.h"

namespace lintas {

namespace {

constexpr std::int64_t days_per_era = 146'097; // 400 years
constexpr std::int64_t epoch_shift = 719'468;  // 0000-03-01 to 1970-01-01

// The Monday of ISO week 1: the week that holds 4 January.
std::int64_t first_monday(std::int64_t year) {
    const auto fourth = days_from_civil({year, 1, 4});
    return fourth - (weekday(fourth) - 1);
}

} // namespace

bool is_leap_year(std::int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(std::int64_t year, int month) {
    if (month == 2) return is_leap_year(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int days_in_quarter(std::int64_t year, int quarter) {
    if (quarter == 1) return is_leap_year(year) ? 91 : 90;
    return quarter == 2 ? 91 : 92;
}

int weeks_in_year(std::int64_t year) {
    return static_cast<int>((first_monday(year + 1) - first_monday(year)) / 7);
}

std::int64_t days_from_civil(const CivilDate& date) {
    const auto year = date.month <= 2 ? date.year - 1 : date.year;
    const auto era = floor_divide(year, 400);
    const auto year_of_era = year - era * 400;
    const auto shifted_month = date.month > 2 ? date.month - 3 : date.month + 9;
    const auto day_of_shifted_year = (153 * shifted_month + 2) / 5 + date.day - 1;
    const auto day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_shifted_year;
    return era * days_per_era + day_of_era - epoch_shift;
}

CivilDate civil_from_days(std::int64_t days) {
    const auto shifted = days + epoch_shift;
    const auto era = floor_divide(shifted, days_per_era);
    const auto day_of_era = shifted - era * days_per_era;
    const auto year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const auto day_of_shifted_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const auto shifted_month = (5 * day_of_shifted_year + 2) / 153;
    const auto day = static_cast<int>(day_of_shifted_year - (153 * shifted_month + 2) / 5 + 1);
    const auto month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
    return {era * 400 + year_of_era + (month <= 2 ? 1 : 0), month, day};
}

std::int64_t days_from_week(const WeekDate& date) {
    return first_monday(date.year) + std::int64_t{date.week - 1} * 7 + date.weekday - 1;
}

WeekDate week_from_days(std::int64_t days) {
    const auto day = weekday(days);
    // A week belongs to the year of its Thursday.
    const auto year = civil_from_days(days - day + 4).year;
    return {year, static_cast<int>((days - first_monday(year)) / 7) + 1, day};
}

int weekday(std::int64_t days) {
    return static_cast<int>(floor_rest(days + 3, 7)) + 1; // 1970-01-01 was a Thursday
}

int day_of_year(std::int64_t days) {
    return static_cast<int>(days - days_from_civil({civil_from_days(days).year, 1, 1})) + 1;
}

int quarter_of_month(int month) { return (month - 1) / 3 + 1; }

int day_of_quarter(std::int64_t days) {
    const auto date = civil_from_days(days);
    const auto first_month = (quarter_of_month(date.month) - 1) * 3 + 1;
    return static_cast<int>(days - days_from_civil({date.year, first_month, 1})) + 1;
}

CivilDate add_months(const CivilDate& date, std::int64_t months) {
    const auto total = date.year * 12 + (date.month - 1) + months;
    const auto year = floor_divide(total, 12);
    const auto month = static_cast<int>(floor_rest(total, 12)) + 1;
    const auto last = days_in_month(year, month);
    return {year, month, date.day < last ? date.day : last};
}

ClockTime clock_from_nanoseconds(std::int64_t nanoseconds) {
    const auto seconds = nanoseconds / nanoseconds_per_second;
    return {static_cast<int>(seconds / 3600), static_cast<int>(seconds / 60 % 60),
            static_cast<int>(seconds % 60), static_cast<int>(nanoseconds % nanoseconds_per_second)};
}

std::int64_t nanoseconds_from_clock(const ClockTime& time) {
    const std::int64_t seconds = (time.hour * 60 + time.minute) * 60 + time.second;
    return seconds * nanoseconds_per_second + time.nanosecond;
}

Date date_of(const LocalDateTime& value) { return {floor_divide(value.seconds, seconds_per_day)}; }

LocalTime time_of(const LocalDateTime& value) {
    return {floor_rest(value.seconds, seconds_per_day) * nanoseconds_per_second +
            value.nanoseconds};
}

LocalDateTime at(Date date, LocalTime time) {
    return {date.days * seconds_per_day + time.nanoseconds / nanoseconds_per_second,
            static_cast<std::int32_t>(time.nanoseconds % nanoseconds_per_second)};
}

bool in_range(Date date) {
    return date.days >= days_from_civil({min_year, 1, 1}) &&
           date.days <= days_from_civil({max_year, 12, 31});
}

bool in_range(const LocalDateTime& value) { return in_range(date_of(value)); }

} // namespace lintas
