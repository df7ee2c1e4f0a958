// The rule that ends a TZif file: how a zone's offset goes on, year after year, after the last
// change that the file lists. For example `CET-1CEST,M3.5.0,M10.5.0/3`.
//
// Invariant: a PosixZone is well formed: every change has a month or a day that exists, and no
// number of hours passes 167. Format: POSIX.1-2017 section 8.3 (TZ) with the extension of RFC 8536
// section 3.3.1 (a change may lie up to 167 hours from its day's midnight).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace lintas {

// The moment of a year at which clocks change.
struct PosixChange {
    enum class Kind : std::uint8_t {
        JulianDay,   // day 1 to 365, 29 February is never counted
        OrdinalDay,  // day 0 to 365, 29 February is counted
        MonthWeekday // the week's (1 to 5, 5 is the last) weekday (0 Sunday) of month 1 to 12
    };
    Kind kind = Kind::MonthWeekday;
    int day = 0;
    int month = 1;
    int week = 1;
    std::int32_t seconds = 7200; // after midnight by the clocks that run until then
};

struct PosixZone {
    std::int32_t standard_offset = 0; // seconds east of UTC
    struct Summer {
        std::int32_t offset = 0;
        PosixChange begin;
        PosixChange end;
    };
    std::optional<Summer> summer;
};

std::optional<PosixZone> parse_posix_zone(std::string_view text);

// The instants, in seconds since 1970-01-01T00:00Z, of a year's two changes.
// REQUIRES: zone.summer.
struct PosixYear {
    std::int64_t summer_begin = 0;
    std::int64_t summer_end = 0;
};
PosixYear posix_year(const PosixZone& zone, std::int64_t year);

} // namespace lintas
