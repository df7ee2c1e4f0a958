#include "graph/posix_zone.h"

#include <catch2/catch.hpp>

#include "graph/temporal_calendar.h"

using namespace lintas;

namespace {

std::int64_t instant(std::int64_t year, int month, int day, int hour) {
    return days_from_civil({year, month, day}) * seconds_per_day + hour * 3600;
}

} // namespace

TEST_CASE("A zone without summer time has one offset", "[graph][zones]") {
    CHECK(parse_posix_zone("<+07>-7")->standard_offset == 25'200);
    CHECK(parse_posix_zone("EST5")->standard_offset == -18'000);
    CHECK(parse_posix_zone("<-0930>9:30")->standard_offset == -34'200);
    CHECK_FALSE(parse_posix_zone("UTC0")->summer);
}

TEST_CASE("The last Sunday of a month is the fifth or the fourth", "[graph][zones]") {
    const auto zone = *parse_posix_zone("CET-1CEST,M3.5.0,M10.5.0/3");
    CHECK(posix_year(zone, 2050).summer_begin == instant(2050, 3, 27, 1));
    CHECK(posix_year(zone, 2050).summer_end == instant(2050, 10, 30, 1));
    CHECK(posix_year(zone, 2044).summer_begin == instant(2044, 3, 27, 1));
}

TEST_CASE("Clocks south of the equator go forward in spring, too", "[graph][zones]") {
    const auto zone = *parse_posix_zone("AEST-10AEDT,M10.1.0,M4.1.0/3");
    CHECK(zone.summer->offset == 39'600);
    CHECK(posix_year(zone, 2040).summer_begin == instant(2040, 10, 6, 16));
    CHECK(posix_year(zone, 2040).summer_end == instant(2040, 3, 31, 16));
}

TEST_CASE("Changes may lie on numbered days and before midnight", "[graph][zones]") {
    const auto julian = *parse_posix_zone("AAA0BBB,J60/0,J365/-1");
    CHECK(posix_year(julian, 2040).summer_begin == instant(2040, 3, 1, 0));
    CHECK(posix_year(julian, 2041).summer_begin == instant(2041, 3, 1, 0));
    CHECK(posix_year(julian, 2041).summer_end == instant(2041, 12, 30, 22));
    const auto ordinal = *parse_posix_zone("AAA0BBB-2:30:15,59/0,364/25");
    CHECK(ordinal.summer->offset == 9'015);
    CHECK(posix_year(ordinal, 2040).summer_begin == instant(2040, 2, 29, 0));
    CHECK(posix_year(ordinal, 2041).summer_begin == instant(2041, 3, 1, 0));
}

TEST_CASE("Text that is no rule is nothing", "[graph][zones]") {
    for (const auto* text :
         {"", "CE-1", "CET", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
          "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J9",
          "CET-1CEST,M3.5.0,M10.5.0 ", "<+07-7", "CET-168", "CET-1:60", "CET-99999999999",
          "CET-1CEST,M3.5.0/,M10.5.0"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_posix_zone(text));
    }
}
