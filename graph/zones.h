// The time zones of the IANA database, as the system has it installed: names, and the offset from
// UTC that was, is or will be in force.
//
// Invariant: safe to call from many threads. A ZoneId is valid in this process only; what is
// stored or sent carries the name. Offsets are seconds east of UTC. After the last change that the
// database lists, the zone's yearly rule goes on for ever. A zone that IANA keeps apart only for
// what happened before 1970 follows its main zone, as in IANA's own build, so that old instants do
// not depend on how the system's database was packed.
#pragma once

#include "graph/temporal.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace lintas {

// A stretch of time with one offset: instants in seconds since 1970-01-01T00:00Z, `begin` included
// and `end` not.
struct ZonePeriod {
    static constexpr auto unbounded = std::numeric_limits<std::int64_t>::max();

    std::int64_t begin = -unbounded;
    std::int64_t end = unbounded;
    std::int32_t offset = 0;

    bool is_always() const { return begin == -unbounded && end == unbounded; }
};

// A local time made an instant.
struct ZonedInstant {
    std::int64_t seconds = 0;
    std::int32_t offset = 0;
};

// By exact name, for example `Asia/Bangkok`.
std::optional<ZoneId> find_zone(std::string_view name);

// REQUIRES: an id that find_zone gave; "" for the id 0 of "no zone". Valid for the process's life.
std::string_view zone_name(ZoneId zone);

// REQUIRES (here and below): an id that find_zone gave.
ZonePeriod zone_period(ZoneId zone, std::int64_t instant);
std::int32_t offset_at(ZoneId zone, std::int64_t instant);

// The instant at which the zone's clocks show `local` seconds since 1970-01-01T00:00. Where clocks
// are put back and show it twice, the first instant counts, unless `preferred` is the offset of
// the other. Where they are put forward and never show it, it moves on by the length of the gap.
ZonedInstant instant_of_local(ZoneId zone, std::int64_t local,
                              std::optional<std::int32_t> preferred = {});

} // namespace lintas
