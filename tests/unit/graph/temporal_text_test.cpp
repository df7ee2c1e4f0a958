#include "graph/temporal_text.h"

#include <catch2/catch.hpp>

#include "graph/zones.h"

#include <limits>

using namespace lintas;

TEST_CASE("Years have four digits at least, and a sign where they need one", "[graph][temporal]") {
    CHECK(to_text(Date{0}) == "1970-01-01");
    CHECK(to_text(Date{-719'529}) == "-0001-12-31");
    CHECK(to_text(Date{-719'528}) == "0000-01-01");
    CHECK(to_text(Date{2'932'896}) == "9999-12-31");
    CHECK(to_text(Date{2'932'897}) == "+10000-01-01");
}

TEST_CASE("Seconds are left out where nothing is in them", "[graph][temporal]") {
    CHECK(to_text(LocalTime{0}) == "00:00");
    CHECK(to_text(LocalTime{60'000'000'000}) == "00:01");
    CHECK(to_text(LocalTime{1'000'000'000}) == "00:00:01");
    CHECK(to_text(LocalTime{100'000'000}) == "00:00:00.1");
    CHECK(to_text(LocalTime{86'399'999'999'999}) == "23:59:59.999999999");
    CHECK(to_text(LocalDateTime{-1, 0}) == "1969-12-31T23:59:59");
}

TEST_CASE("An offset has seconds only where they count", "[graph][temporal]") {
    CHECK(offset_text(0) == "Z");
    CHECK(offset_text(25'200) == "+07:00");
    CHECK(offset_text(-34'200) == "-09:30");
    CHECK(offset_text(3'208) == "+00:53:28");
    CHECK(offset_text(-1) == "-00:00:01");
    CHECK(to_text(ZonedTime{0, -3600}) == "00:00-01:00");
}

TEST_CASE("A zone's name follows the offset", "[graph][temporal]") {
    const ZonedDateTime bangkok{0, 0, 25'200, *find_zone("Asia/Bangkok")};
    CHECK(to_text(bangkok) == "1970-01-01T07:00+07:00[Asia/Bangkok]");
    CHECK(to_text(ZonedDateTime{0, 0, 25'200, {}}) == "1970-01-01T07:00+07:00");
    CHECK(to_text(ZonedDateTime{0, 0, 0, *find_zone("UTC")}) == "1970-01-01T00:00Z[UTC]");
}

TEST_CASE("A duration shows its three groups, each with its sign", "[graph][temporal]") {
    CHECK(to_text(Duration{}) == "PT0S");
    CHECK(to_text(Duration{14, 0, 0, 0}) == "P1Y2M");
    CHECK(to_text(Duration{-14, 3, 0, 0}) == "P-1Y-2M3D");
    CHECK(to_text(Duration{0, 40, 90'061, 0}) == "P40DT25H1M1S");
    CHECK(to_text(Duration{0, -1, 3600, 0}) == "P-1DT1H");
}

TEST_CASE("The seconds of a negative duration have one sign with their fraction",
          "[graph][temporal]") {
    CHECK(to_text(Duration{0, 0, 1, 500'000'000}) == "PT1.5S");
    CHECK(to_text(Duration{0, 0, -1, 500'000'000}) == "PT-0.5S");
    CHECK(to_text(Duration{0, 0, -2, 500'000'000}) == "PT-1.5S");
    CHECK(to_text(Duration{0, 0, -61, 1'000'000}) == "PT-1M-0.999S");
    CHECK(to_text(Duration{0, 0, -60, 1}) == "PT-59.999999999S");
    CHECK(to_text(Duration{0, 0, -60, 0}) == "PT-1M");
}

TEST_CASE("The longest durations print", "[graph][temporal]") {
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    CHECK(to_text(Duration{least, least, least, 0}) ==
          "P-768614336404564650Y-8M-9223372036854775808DT-2562047788015215H-30M-8S");
    CHECK(to_text(Duration{most, most, most, 999'999'999}) ==
          "P768614336404564650Y7M9223372036854775807DT2562047788015215H30M7.999999999S");
}
