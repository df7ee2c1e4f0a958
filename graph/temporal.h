// The six temporal types and the duration of openCypher 9, as plain numbers.
//
// Invariant: every value built by the functions of temporal_*.h lies in range: years
// -999,999,999 to 999,999,999, nanoseconds of a second 0 to 999,999,999, offsets within 18 h.
// Proleptic Gregorian calendar, no leap seconds. Equality here is equality of the representation;
// openCypher's own comparison is in compare.h.
#pragma once

#include <compare>
#include <cstdint>

namespace lintas {

// Days since 1970-01-01.
struct Date {
    std::int64_t days = 0;
    auto operator<=>(const Date&) const = default;
};

// Nanoseconds since midnight, 0 to 86,399,999,999,999.
struct LocalTime {
    std::int64_t nanoseconds = 0;
    auto operator<=>(const LocalTime&) const = default;
};

// A local time of day and its offset east of UTC in seconds.
struct ZonedTime {
    std::int64_t nanoseconds = 0;
    std::int32_t offset = 0;
    bool operator==(const ZonedTime&) const = default;
};

// Seconds since 1970-01-01T00:00 of the local clock, and nanoseconds of that second.
struct LocalDateTime {
    std::int64_t seconds = 0;
    std::int32_t nanoseconds = 0;
    auto operator<=>(const LocalDateTime&) const = default;
};

// Number of an IANA zone name in the process-wide list of zones.h; 0 is "no name, offset only".
enum class ZoneId : std::uint16_t {};

// An instant: seconds since 1970-01-01T00:00Z and nanoseconds of that second; the offset in force
// in seconds east of UTC, and the zone that gave it, if one did.
struct ZonedDateTime {
    std::int64_t seconds = 0;
    std::int32_t nanoseconds = 0;
    std::int32_t offset = 0;
    ZoneId zone{};
    bool operator==(const ZonedDateTime&) const = default;
};

// Months, days and seconds are kept apart, since their lengths differ. `nanoseconds` is 0 to
// 999,999,999 and adds to `seconds`, also when `seconds` is negative.
struct Duration {
    std::int64_t months = 0;
    std::int64_t days = 0;
    std::int64_t seconds = 0;
    std::int32_t nanoseconds = 0;
    bool operator==(const Duration&) const = default;
};

} // namespace lintas
