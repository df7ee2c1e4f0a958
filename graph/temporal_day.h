// A day given in one of four ways, and a time of day, checked: what the text form and the
// component maps both end in.
//
// Invariant: nothing is rounded or carried over; a day or a time that does not exist is nullopt.
#pragma once

#include "graph/temporal_calendar.h"

#include <optional>

namespace lintas {

struct QuarterDate {
    std::int64_t year = 1970;
    int quarter = 1;
    int day = 1;
};

struct OrdinalDate {
    std::int64_t year = 1970;
    int day = 1;
};

std::optional<Date> find_date(const CivilDate& date);
std::optional<Date> find_date(const WeekDate& date);
std::optional<Date> find_date(const QuarterDate& date);
std::optional<Date> find_date(const OrdinalDate& date);

std::optional<LocalTime> find_time(const ClockTime& time);

} // namespace lintas
