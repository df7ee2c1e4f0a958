// Instants cut down to the start of a unit, and then changed by components.
//
// Invariant: the result is the latest start of the unit on the local clock that is not after the
// value, before the components change it; so truncating twice is truncating once, and years before
// 0 go down, too. A value takes what the type lacks: midnight, UTC. A `timezone` among the
// components replaces the zone and keeps the local time. Errors as in temporal_build.h.
#pragma once

#include "graph/temporal.h"
#include "graph/value.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace lintas {

// From large to small.
enum class TruncationUnit : std::uint8_t {
    Millennium,
    Century,
    Decade,
    Year,
    WeekYear,
    Quarter,
    Month,
    Week,
    Day,
    Hour,
    Minute,
    Second,
    Millisecond,
    Microsecond,
};

// By name, for example `weekYear`, without regard to case.
std::optional<TruncationUnit> find_truncation_unit(std::string_view name);
// Throws where there is none.
TruncationUnit truncation_unit_for(std::string_view name);

// A date takes units down to the day.
Date truncate_date(TruncationUnit unit, const Value& value, const Map& fields);
// Times take units from the day on.
LocalTime truncate_local_time(TruncationUnit unit, const Value& value, const Map& fields);
ZonedTime truncate_zoned_time(TruncationUnit unit, const Value& value, const Map& fields);
LocalDateTime truncate_local_date_time(TruncationUnit unit, const Value& value, const Map& fields);
ZonedDateTime truncate_zoned_date_time(TruncationUnit unit, const Value& value, const Map& fields);

} // namespace lintas
