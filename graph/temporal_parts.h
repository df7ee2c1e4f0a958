// What the five types of instants are made of: a date, a time of day, a time zone.
//
// Invariant: the parts are those that the value itself has; nothing is assumed.
#pragma once

#include "graph/temporal.h"
#include "graph/temporal_zone.h"
#include "graph/value.h"

#include <optional>

namespace lintas {

struct TemporalParts {
    std::optional<Date> date;
    std::optional<LocalTime> time;
    std::optional<TimeZone> zone;
    std::int32_t offset = 0; // in force, where there is a zone
};

// nullopt where the value is no instant.
std::optional<TemporalParts> parts_of(const Value& value);

} // namespace lintas
