// Local times made instants and back, in a named zone or at a fixed offset.
//
// Invariant: a TimeZone has a zone or an offset, never both; offsets lie within 18 hours. A
// ZonedDateTime made here carries the offset that its zone has at that instant.
#pragma once

#include "graph/temporal.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace lintas {

constexpr std::int32_t max_offset = 18 * 3600;

// UTC, unless said otherwise.
struct TimeZone {
    ZoneId zone{};
    std::int32_t offset = 0; // seconds east of UTC
    bool operator==(const TimeZone&) const = default;
};

// `Z`, `+07`, `+07:00`, `+0700`, `+07:00:00` or `+070000`, in seconds east of UTC.
std::optional<std::int32_t> parse_offset(std::string_view text);
// An offset, or the name of an IANA zone.
std::optional<TimeZone> parse_time_zone(std::string_view text);

TimeZone time_zone_of(const ZonedDateTime& value);
LocalDateTime local_of(const ZonedDateTime& value);

// The instant at which the clocks there show that time (see instant_of_local for gaps and
// overlaps; `preferred` is an offset). Throws where the year is out of range.
ZonedDateTime attach(const LocalDateTime& local, const TimeZone& zone,
                     std::optional<std::int32_t> preferred = {});

// The same instant as the clocks there show it. Throws where the year is out of range.
ZonedDateTime convert(const ZonedDateTime& value, const TimeZone& zone);

} // namespace lintas
