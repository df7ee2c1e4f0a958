#include "graph/temporal_zone.h"

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "graph/temporal_text.h"

#include "temporal_values.h"

using namespace lintas;
using namespace lintas::testing;

TEST_CASE("A time zone is an offset or a name", "[graph][temporal]") {
    CHECK(parse_time_zone("Z") == TimeZone{});
    CHECK(parse_time_zone("-18") == TimeZone{{}, -64'800});
    CHECK(parse_time_zone("UTC")->zone != ZoneId{});
    CHECK_FALSE(parse_time_zone("-18:01"));
    CHECK_FALSE(parse_time_zone("07:00"));
    CHECK_FALSE(parse_time_zone(""));
}

TEST_CASE("Conversion keeps the instant and attachment the clock", "[graph][temporal]") {
    const auto bangkok = *parse_time_zone("Asia/Bangkok");
    const auto noon = attach(local_date_time("2024-07-01T12:00"), bangkok);
    CHECK(to_text(noon) == "2024-07-01T12:00+07:00[Asia/Bangkok]");
    CHECK(to_text(convert(noon, {{}, -3600})) == "2024-07-01T04:00-01:00");
    CHECK(convert(convert(noon, {}), bangkok) == noon);
    CHECK(local_of(noon) == local_date_time("2024-07-01T12:00"));
    CHECK(time_zone_of(noon) == bangkok);
    CHECK(time_zone_of(convert(noon, {{}, 60})) == TimeZone{{}, 60});
}

TEST_CASE("A conversion beyond the last year is refused", "[graph][temporal]") {
    const auto last = zoned_date_time("+999999999-12-31T23:00Z");
    CHECK_THROWS_AS(convert(last, {{}, 3600}), Error);
    CHECK(to_text(convert(last, {{}, -3600})) == "+999999999-12-31T22:00-01:00");
}
