#include "graph/temporal_arithmetic.h"

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "graph/temporal_text.h"

#include <limits>

#include "random_seed.h"
#include "temporal_values.h"

using namespace lintas;
using namespace lintas::testing;

namespace {

constexpr auto least_integer = std::numeric_limits<std::int64_t>::min();
constexpr auto most_integer = std::numeric_limits<std::int64_t>::max();

std::string sum(const Value& left, const char* right) {
    return to_text(*add_temporal(left, duration(right)));
}

} // namespace

TEST_CASE("Months come before days and days before seconds", "[graph][temporal]") {
    CHECK(sum(date("2024-01-31"), "P1M1D") == "'2024-03-01'");
    CHECK(sum(date("2024-01-31"), "P-11M") == "'2023-02-28'");
    CHECK(sum(local_date_time("2024-01-31T23:00"), "P1MT1H") == "'2024-03-01T00:00'");
    CHECK(sum(local_date_time("2024-03-01T00:00"), "P1MT-0.000000001S") ==
          "'2024-03-31T23:59:59.999999999'");
}

TEST_CASE("A date counts whole days of a duration's seconds, towards zero", "[graph][temporal]") {
    CHECK(sum(date("2024-02-28"), "PT23H59M59.9S") == "'2024-02-28'");
    CHECK(sum(date("2024-02-28"), "PT49H") == "'2024-03-01'");
    CHECK(sum(date("2024-02-28"), "PT-23H-59M-59.9S") == "'2024-02-28'");
    CHECK(sum(date("2024-02-28"), "PT-24H") == "'2024-02-27'");
}

TEST_CASE("Times of day go round at midnight and take no days", "[graph][temporal]") {
    CHECK(sum(local_time("23:59:59.5"), "P1M3DT1S") == "'00:00:00.5'");
    CHECK(sum(local_time("00:00"), "PT-0.000000001S") == "'23:59:59.999999999'");
    CHECK(sum(zoned_time("12:00+07:00"), "PT30H") == "'18:00+07:00'");
    CHECK(sum(local_time("00:00"), "PT2562047788015215H") == "'15:00'");
    CHECK(to_text(add(LocalTime{0}, Duration{0, 0, least_integer, 999'999'999})) ==
          "08:29:52.999999999");
}

TEST_CASE("Days move the local clock and seconds the instant", "[graph][temporal]") {
    const auto before = zoned_date_time("2024-10-26T12:00[Europe/Rome]");
    CHECK(sum(before, "P1D") == "'2024-10-27T12:00+01:00[Europe/Rome]'");
    CHECK(sum(before, "PT24H") == "'2024-10-27T11:00+01:00[Europe/Rome]'");
    CHECK(sum(before, "P5M") == "'2025-03-26T12:00+01:00[Europe/Rome]'");
    const auto in_gap = zoned_date_time("2024-03-30T02:30[Europe/Rome]");
    CHECK(sum(in_gap, "P1D") == "'2024-03-31T03:30+02:00[Europe/Rome]'");
    const auto later = zoned_date_time("2024-10-28T02:30[Europe/Rome]");
    CHECK(sum(later, "P-1D") == "'2024-10-27T02:30+01:00[Europe/Rome]'");
    CHECK(sum(zoned_date_time("2024-10-26T12:00+02:00"), "P1D") == "'2024-10-27T12:00+02:00'");
}

TEST_CASE("A result beyond the last year is refused", "[graph][temporal]") {
    const auto last = date("+999999999-12-31");
    CHECK_THROWS_WITH(add(last, Duration{0, 1, 0, 0}),
                      "A date is out of range; years go from -999999999 to 999999999");
    CHECK_THROWS_AS(add(last, Duration{0, 0, 86'400, 0}), Error);
    for (const auto amount : {least_integer, most_integer}) {
        CHECK_THROWS_AS(add(Date{0}, Duration{amount, 0, 0, 0}), Error);
        CHECK_THROWS_AS(add(Date{0}, Duration{0, amount, 0, 0}), Error);
        CHECK_THROWS_AS(add(Date{0}, Duration{0, 0, amount, 0}), Error);
        CHECK_THROWS_AS(add(LocalDateTime{}, Duration{0, 0, amount, 999'999'999}), Error);
        CHECK_THROWS_AS(add(ZonedDateTime{}, Duration{amount, 0, 0, 0}), Error);
        CHECK_THROWS_AS(add(ZonedDateTime{}, Duration{0, 0, amount, 0}), Error);
    }
    const auto edge = zoned_date_time("+999999999-12-31T23:00-05:00");
    CHECK(sum(edge, "PT59M") == "'+999999999-12-31T23:59-05:00'");
    CHECK_THROWS_AS(add(edge, duration("PT1H")), Error);
}

TEST_CASE("Durations add and subtract group by group", "[graph][temporal]") {
    CHECK(to_text(add(duration("P1Y2M3DT4H"), duration("P-3M-5DT90M"))) == "P11M-2DT5H30M");
    CHECK(to_text(add(duration("PT0.7S"), duration("PT0.7S"))) == "PT1.4S");
    CHECK(to_text(negate(duration("P1MT-1.5S"))) == "P-1MT1.5S");
    CHECK(negate(Duration{0, 0, most_integer, 1}) == Duration{0, 0, least_integer, 999'999'999});
    CHECK(negate(Duration{0, 0, least_integer, 999'999'999}) == Duration{0, 0, most_integer, 1});
    CHECK_THROWS_WITH(
        add(Duration{0, 0, most_integer, 500'000'000}, Duration{0, 0, 0, 500'000'000}),
        "A duration is out of range; its months, days and seconds are 64-bit "
        "integers");
    CHECK_THROWS_AS(negate(Duration{least_integer, 0, 0, 0}), Error);
    CHECK_THROWS_AS(negate(Duration{0, 0, least_integer, 0}), Error);
}

TEST_CASE("A duration times an integer is exact", "[graph][temporal]") {
    CHECK(to_text(multiply(duration("P1Y2M3DT4H5M6.7S"), std::int64_t{3})) ==
          "P3Y6M9DT12H15M20.1S");
    CHECK(to_text(multiply(duration("PT1.5S"), std::int64_t{-3})) == "PT-4.5S");
    CHECK(multiply(Duration{0, 0, 0, 999'999'999}, most_integer) ==
          Duration{0, 0, 9'223'372'027'631'403'770, 145'224'193});
    CHECK(to_text(multiply(duration("P1D"), std::int64_t{0})) == "PT0S");
    CHECK_THROWS_AS(multiply(duration("P2D"), most_integer), Error);
    CHECK_THROWS_AS(multiply(Duration{0, least_integer, 0, 0}, std::int64_t{-1}), Error);
}

TEST_CASE("A duration times a float carries its fractions down", "[graph][temporal]") {
    CHECK(to_text(multiply(duration("P1M"), 0.5)) == "P15DT5H14M33S");
    CHECK(to_text(multiply(duration("P1D"), 1.5)) == "P1DT12H");
    CHECK(to_text(multiply(duration("PT1S"), 0.1)) == "PT0.1S");
    CHECK(to_text(multiply(duration("P12Y5M"), 0.1)) == "P1Y2M27DT9H26M11.4S");
    CHECK(to_text(multiply(duration("PT3S"), -0.5)) == "PT-1.5S");
    CHECK_THROWS_AS(multiply(duration("P1D"), 1e300), Error);
    CHECK_THROWS_AS(multiply(duration("P1D"), std::numeric_limits<double>::quiet_NaN()), Error);
}

TEST_CASE("A duration is divided by any number but zero", "[graph][temporal]") {
    CHECK(to_text(divide(duration("P1Y"), std::int64_t{5})) == "P2M12DT4H11M38.4S");
    CHECK(to_text(divide(duration("P3D"), std::int64_t{2})) == "P1DT12H");
    CHECK(to_text(divide(duration("PT1S"), std::int64_t{3})) == "PT0.333333333S");
    CHECK(to_text(divide(duration("PT1S"), 0.1)) == "PT10S");
    CHECK(divide(Duration{most_integer, most_integer, most_integer, 0}, std::int64_t{1}) ==
          Duration{most_integer, most_integer, most_integer, 0});
    CHECK_THROWS_WITH(divide(duration("P1D"), std::int64_t{0}),
                      "A duration cannot be divided by zero");
    CHECK_THROWS_AS(divide(duration("P1D"), 0.0), Error);
    CHECK_THROWS_AS(divide(duration("P1D"), -0.0), Error);
    CHECK_THROWS_AS(divide(Duration{least_integer, 0, 0, 0}, std::int64_t{-1}), Error);
    CHECK(to_text(divide(duration("P1D"), std::numeric_limits<double>::infinity())) == "PT0S");
}

TEST_CASE("Operators take the pairs of types that make sense", "[graph][temporal]") {
    const Value day = date("2024-02-29");
    const Value week = duration("P7D");
    CHECK(to_text(*add_temporal(day, week)) == "'2024-03-07'");
    CHECK(to_text(*add_temporal(week, day)) == "'2024-03-07'");
    CHECK(to_text(*subtract_temporal(day, week)) == "'2024-02-22'");
    CHECK(to_text(*subtract_temporal(week, week)) == "'PT0S'");
    CHECK(to_text(*multiply_temporal(2, week)) == "'P14D'");
    CHECK(to_text(*multiply_temporal(week, 0.5)) == "'P3DT12H'");
    CHECK(to_text(*divide_temporal(week, 7)) == "'P1D'");
    CHECK_FALSE(add_temporal(day, day));
    CHECK_FALSE(add_temporal(day, 1));
    CHECK_FALSE(add_temporal(week, "x"));
    CHECK_FALSE(subtract_temporal(day, day));
    CHECK_FALSE(subtract_temporal(week, day));
    CHECK_FALSE(multiply_temporal(week, week));
    CHECK_FALSE(multiply_temporal(day, 2));
    CHECK_FALSE(divide_temporal(2, week));
    CHECK_FALSE(divide_temporal(week, week));
}

TEST_CASE("Adding seconds and taking them away again changes nothing", "[graph][temporal]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    RandomTemporals random{seed};
    for (int round = 0; round < 3'000; ++round) {
        auto length = random.duration();
        REQUIRE(negate(negate(length)) == length);
        REQUIRE(add(length, negate(length)) == Duration{});
        REQUIRE(multiply(length, std::int64_t{2}) == add(length, length));
        REQUIRE(divide(multiply(length, std::int64_t{4}), std::int64_t{4}) == length);
        length.months = length.days = 0;
        const auto back = negate(length);
        const auto zoned = random.zoned_date_time();
        CAPTURE(to_text(zoned), to_text(length));
        REQUIRE(add(add(zoned, length), back) == zoned);
        const auto time = random.zoned_time();
        REQUIRE(add(add(time, length), back) == time);
    }
}
