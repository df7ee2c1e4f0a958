// When something was: years and days out of the values that sources give, which may be integers,
// dates, datetimes or ISO 8601 text.
//
// Invariant: what cannot be read as a time is absent, never an error; a year alone lasts from its
// first to its last day.
#pragma once

#include "graph/value.h"

#include <cstdint>
#include <optional>

namespace lintas::collaboration {

// Days since 1970-01-01.
using Day = std::int64_t;

struct Period {
    std::optional<Day> from; // absent: since ever
    std::optional<Day> to;   // the last day; absent: until today

    bool contains(Day day) const { return (!from || *from <= day) && (!to || day <= *to); }
    bool overlaps(Day first, Day last) const {
        return (!from || *from <= last) && (!to || first <= *to);
    }
};

std::optional<std::int32_t> year_of(const Value& value);
std::optional<Day> first_day_of(const Value& value);
std::optional<Day> last_day_of(const Value& value);
Day first_day_of_year(std::int32_t year);
Day last_day_of_year(std::int32_t year);

} // namespace lintas::collaboration
