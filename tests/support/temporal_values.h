// Temporal values for tests: from text that must be right, and random ones of the whole range.
//
// Invariant: the same seed gives the same random values. Half of them lie in the years 1800 to
// 2200, where zones change; half of the zoned ones have a named zone.
#pragma once

#include "graph/temporal_build.h"
#include "graph/temporal_build_duration.h"
#include "graph/temporal_calendar.h"
#include "graph/temporal_zone.h"

#include <cstdint>
#include <random>
#include <string>

namespace lintas::testing {

inline Date date(const char* text) { return date_from(text); }
inline LocalTime local_time(const char* text) { return local_time_from(text); }
inline ZonedTime zoned_time(const char* text) { return zoned_time_from(text); }
inline LocalDateTime local_date_time(const char* text) { return local_date_time_from(text); }
inline ZonedDateTime zoned_date_time(const char* text) { return zoned_date_time_from(text); }
inline Duration duration(const char* text) { return duration_from(text); }

class RandomTemporals {
public:
    explicit RandomTemporals(std::uint32_t seed) : engine_{seed} {}

    std::int64_t between(std::int64_t least, std::int64_t greatest) {
        const auto count =
            static_cast<std::uint64_t>(greatest) - static_cast<std::uint64_t>(least) + 1;
        const auto step = count == 0 ? engine_() : engine_() % count; // 0: every number there is
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(least) + step);
    }

    Date date() {
        const bool near = between(0, 1) == 0;
        const auto year = near ? between(1800, 2200) : between(min_year + 1, max_year - 1);
        return {days_from_civil({year, 1, 1}) + between(0, 364)};
    }
    LocalTime local_time() {
        const auto time = between(0, nanoseconds_per_day - 1);
        constexpr std::int64_t units[] = {1, 1'000, 1'000'000, nanoseconds_per_second,
                                          3600 * nanoseconds_per_second};
        return {time - time % units[between(0, 4)]};
    }
    LocalDateTime local_date_time() { return at(date(), local_time()); }
    ZonedTime zoned_time() { return {local_time().nanoseconds, zone_offset()}; }
    ZonedDateTime zoned_date_time() { return attach(local_date_time(), zone()); }

    TimeZone zone() {
        constexpr const char* names[] = {
            "Asia/Bangkok", "Europe/Stockholm",  "America/New_York",  "Australia/Lord_Howe",
            "Pacific/Apia", "Africa/Casablanca", "America/Sao_Paulo", "Asia/Kuala_Lumpur"};
        if (between(0, 1) == 0) return {{}, zone_offset()};
        return *parse_time_zone(names[between(0, 7)]);
    }

    // Of up to about a hundred years.
    Duration duration() {
        return {between(-1200, 1200), between(-40'000, 40'000),
                between(-4'000'000'000, 4'000'000'000),
                static_cast<std::int32_t>(between(0, 3) == 0 ? between(0, 999'999'999) : 0)};
    }

private:
    std::int32_t zone_offset() {
        const auto quarters = static_cast<std::int32_t>(between(-72, 72)) * 900;
        return between(0, 7) == 0 ? static_cast<std::int32_t>(between(-64'800, 64'800)) : quarters;
    }

    std::mt19937_64 engine_;
};

} // namespace lintas::testing
