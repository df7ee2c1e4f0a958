// Reads the components of a map such as {year: 1984, week: 10, dayOfWeek: 3, timezone: '+01:00'}.
//
// Invariant: a component that is there is an integer in its range, and no component is unknown to
// the type that is built; anything else is an Error that names it (Type InvalidArgumentType for a
// wrong type, Argument InvalidArgumentValue for all else). Components go from large to small
// without a gap, except where a value that they change fills it.
#pragma once

#include "graph/temporal.h"
#include "graph/temporal_zone.h"
#include "graph/value.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace lintas {

// What a map's components build.
enum class Built : std::uint8_t { Date, LocalTime, ZonedTime, LocalDateTime, ZonedDateTime };

// Throws for the first key that is no component of it.
void check_names(const Map& fields, Built built);

// nullptr where the map lacks the key.
const Value* find_field(const Map& fields, std::string_view name);
std::optional<std::int64_t> read_integer(const Map& fields, std::string_view name);

// The date that the components give. They change `base`, if there is one; otherwise `year` must be
// there, and what is left out is the first.
Date read_date(const Map& fields, std::optional<Date> base);
// The time of day that the components give. They change `base`, if there is one; otherwise what is
// left out is zero. Components below the second replace the whole fraction.
LocalTime read_time(const Map& fields, std::optional<LocalTime> base);
// The fraction of a second in nanoseconds, if one of its components is there. `milliseconds` counts
// as given, too, where it is there.
std::optional<int> read_fraction(const Map& fields, std::optional<std::int64_t> milliseconds = {});
// Throws where the components have a time of day, but no day: {year: 1984, hour: 12}.
void check_day_before_hour(const Map& fields);

std::optional<TimeZone> read_time_zone(const Map& fields);
// Throws unless it is a string that names a zone or an offset.
TimeZone time_zone_for(const Value& value);
// The offset of a zone that has the same one always. Throws for any other zone, because its offset
// depends on the instant, which a time of day does not have.
std::int32_t fixed_offset_for(const TimeZone& zone);

} // namespace lintas
