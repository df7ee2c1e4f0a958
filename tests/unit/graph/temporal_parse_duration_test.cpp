#include "graph/temporal_parse_duration.h"

#include <catch2/catch.hpp>

#include "graph/temporal_text.h"

#include <limits>

#include "random_seed.h"
#include "temporal_values.h"

using namespace lintas;
using namespace lintas::testing;

namespace {

std::string read(const char* text) {
    const auto value = parse_duration(text);
    return value ? to_text(*value) : "nothing";
}

} // namespace

TEST_CASE("A duration is read by its units", "[graph][temporal]") {
    CHECK(read("P1Y2M3W4DT5H6M7.8S") == "P1Y2M25DT5H6M7.8S");
    CHECK(read("P18M") == "P1Y6M");
    CHECK(read("PT90M") == "PT1H30M");
    CHECK(read("PT36H") == "PT36H");
    CHECK(read("P40D") == "P40D");
    CHECK(read("PT0S") == "PT0S");
    CHECK(read("P0D") == "PT0S");
}

TEST_CASE("Each part of a duration may have a sign, and all of it one more", "[graph][temporal]") {
    CHECK(read("-P1Y2M") == "P-1Y-2M");
    CHECK(read("+P-1Y+2M") == "P-10M");
    CHECK(read("-PT-5S") == "PT5S");
    CHECK(read("PT-1.5S") == "PT-1.5S");
    CHECK(read("PT-0.000000001S") == "PT-0.000000001S");
}

TEST_CASE("Fractions of a part are carried down", "[graph][temporal]") {
    CHECK(read("P0.5Y") == "P6M");
    CHECK(read("P0.5M") == "P15DT5H14M33S");
    CHECK(read("P1,5D") == "P1DT12H");
    CHECK(read("P0.5W") == "P3DT12H");
    CHECK(read("PT0.1H") == "PT6M");
    CHECK(read("PT0.1S") == "PT0.1S");
    CHECK(read("PT0.123456789123S") == "PT0.123456789S");
    CHECK(read("PT0.9999999999999999999999S") == "PT1S");
    CHECK(read("P-0.5M") == "P-15DT-5H-14M-33S");
}

TEST_CASE("A duration is read in the form of a date and a time", "[graph][temporal]") {
    CHECK(read("P0001-02-03T04:05:06.7") == "P1Y2M3DT4H5M6.7S");
    CHECK(read("P00010203T040506") == "P1Y2M3DT4H5M6S");
    CHECK(read("P0001-02-03") == "P1Y2M3D");
    CHECK(read("PT04:05") == "PT4H5M");
    CHECK(read("-P0001-00-00T00:00:01") == "P-1YT-1S");
}

TEST_CASE("Text that is no duration is nothing", "[graph][temporal]") {
    for (const auto* text :
         {"",      "P",     "PT",    "P1",       "1Y",   "P1S",      "PT1Y",   "P1YT",   "P1M1Y",
          "P1Y1Y", "P1.Y",  "P.5Y",  "P1Y ",     "p1y",  "P1YT1X",   "P--1Y",  "P1Y-",   "PT1S1H",
          "P1H",   "PT1.5", "PTT1S", "P1DT1ST1", "P1Y2", "P2012-02", "P1-1-1", "PT24:00"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_duration(text));
    }
}

TEST_CASE("A duration that does not fit is nothing", "[graph][temporal]") {
    CHECK_FALSE(parse_duration("P9223372036854775808D"));
    CHECK_FALSE(parse_duration("P9223372036854775807Y"));
    CHECK_FALSE(parse_duration("P1W9223372036854775807D"));
    CHECK_FALSE(parse_duration("PT9223372036854775807H"));
    CHECK(read("P9223372036854775807D") == "P9223372036854775807D");
}

TEST_CASE("A duration that is printed reads back", "[graph][temporal]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    RandomTemporals random{seed};
    for (int round = 0; round < 5'000; ++round) {
        const auto value = random.duration();
        CAPTURE(to_text(value));
        REQUIRE(parse_duration(to_text(value)) == value);
    }
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    for (const auto& value : {Duration{least, least, least, 0}, Duration{most, most, most, 0},
                              Duration{0, 0, least, 1}, Duration{0, 0, most, 999'999'999}}) {
        CAPTURE(to_text(value));
        CHECK(parse_duration(to_text(value)) == value);
    }
}
