#include "graph/temporal_between.h"

#include <catch2/catch.hpp>

#include "graph/temporal_arithmetic.h"
#include "graph/temporal_text.h"

#include "random_seed.h"
#include "temporal_values.h"

using namespace lintas;
using namespace lintas::testing;

namespace {

std::string all(const Value& from, const Value& to) { return to_text(duration_between(from, to)); }
std::string months(const Value& from, const Value& to) { return to_text(months_between(from, to)); }
std::string days(const Value& from, const Value& to) { return to_text(days_between(from, to)); }
std::string seconds(const Value& from, const Value& to) {
    return to_text(seconds_between(from, to));
}

} // namespace

TEST_CASE("Whole months come first, then whole days, then the rest", "[graph][temporal]") {
    CHECK(all(date("2024-01-31"), date("2024-02-29")) == "P29D");
    CHECK(all(date("2024-01-31"), date("2024-03-30")) == "P1M30D");
    CHECK(all(date("2024-01-31"), date("2024-03-31")) == "P2M");
    CHECK(all(date("2024-03-31"), date("2024-02-29")) == "P-1M");
    CHECK(all(local_date_time("2024-01-01T12:00"), local_date_time("2024-02-01T11:00")) ==
          "P30DT23H");
    CHECK(all(local_date_time("2024-02-01T11:00"), local_date_time("2024-01-01T12:00")) ==
          "P-30DT-23H");
    CHECK(months(local_date_time("2024-01-01T12:00"), local_date_time("2024-02-01T11:00")) ==
          "PT0S");
    CHECK(days(local_date_time("2024-01-01T12:00"), local_date_time("2024-02-01T11:00")) == "P30D");
}

TEST_CASE("What one value lacks the other gives", "[graph][temporal]") {
    const Value day = date("2024-07-01");
    const Value rome = zoned_date_time("2024-07-02T10:00[Europe/Rome]");
    CHECK(all(day, rome) == "P1DT10H");
    CHECK(all(local_date_time("2024-07-01T00:30"), rome) == "P1DT9H30M");
    CHECK(all(local_time("12:00"), rome) == "PT-2H");
    CHECK(all(zoned_time("10:00Z"), rome) == "PT-2H");
    CHECK(all(rome, zoned_time("10:00Z")) == "PT2H");
    CHECK(all(day, local_time("01:00")) == "PT1H");
    CHECK(all(zoned_time("10:00+07:00"), local_time("11:00")) == "PT1H");
}

TEST_CASE("Times of day have no months and no days between them", "[graph][temporal]") {
    const Value early = zoned_time("00:00+18:00");
    const Value late = zoned_time("23:00-18:00");
    CHECK(all(early, late) == "PT59H");
    CHECK(days(early, late) == "PT0S");
    CHECK(months(early, late) == "PT0S");
    CHECK(seconds(early, late) == "PT59H");
    CHECK(days(date("2024-07-01"), late) == "PT0S");
}

TEST_CASE("Zoned values are compared in the zone of the first", "[graph][temporal]") {
    const Value bangkok = zoned_date_time("2024-01-01T01:00[Asia/Bangkok]");
    const Value utc = zoned_date_time("2024-01-31T19:00Z");
    CHECK(months(bangkok, utc) == "P1M");
    CHECK(months(utc, bangkok) == "P-1M");
    CHECK(days(utc, bangkok) == "P-31D");
}

TEST_CASE("A day that clocks change has more hours or fewer", "[graph][temporal]") {
    const Value before = zoned_date_time("2024-10-27T00:00[Europe/Rome]");
    const Value after = zoned_date_time("2024-10-28T00:00[Europe/Rome]");
    CHECK(all(before, after) == "P1D");
    CHECK(seconds(before, after) == "PT25H");
    CHECK(days(before, after) == "P1D");
}

TEST_CASE("A gap of the clocks between months and days is stepped over", "[graph][temporal]") {
    const auto from = zoned_date_time("2024-01-31T02:30[Europe/Rome]");
    const auto to = zoned_date_time("2024-04-02T02:30[Europe/Rome]");
    CHECK(all(from, to) == "P2M2D");
    CHECK(add(from, duration("P2M2D")) == to);
}

TEST_CASE("The fraction of a negative duration counts down", "[graph][temporal]") {
    const auto rest = seconds_between(local_time("00:00:01"), local_time("00:00:00.25"));
    CHECK(rest == Duration{0, 0, -1, 250'000'000});
    CHECK(to_text(rest) == "PT-0.75S");
}

TEST_CASE("The longest time there is can be measured", "[graph][temporal]") {
    const Value first = local_date_time("-999999999-01-01T00:00");
    const Value last = local_date_time("+999999999-12-31T23:59:59.999999999");
    CHECK(all(first, last) == "P1999999998Y11M30DT23H59M59.999999999S");
    CHECK(days(first, last) == "P730484999633D");
    CHECK(seconds(last, first) == "PT-17531639991215H-59M-59.999999999S");
}

TEST_CASE("A value plus the duration to another is the other", "[graph][temporal]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    RandomTemporals random{seed};
    for (int round = 0; round < 3'000; ++round) {
        const auto date = random.date();
        const auto other_date = random.date();
        REQUIRE(add(date, duration_between(date, other_date)) == other_date);
        const auto local = random.local_date_time();
        const auto other_local = random.local_date_time();
        CAPTURE(to_text(local), to_text(other_local));
        REQUIRE(add(local, duration_between(local, other_local)) == other_local);
        REQUIRE(add(local, seconds_between(local, other_local)) == other_local);
        const auto time = random.local_time();
        const auto other_time = random.local_time();
        REQUIRE(add(time, duration_between(time, other_time)) == other_time);
    }
}

TEST_CASE("An instant plus the duration to another is that instant", "[graph][temporal]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    RandomTemporals random{seed};
    for (int round = 0; round < 3'000; ++round) {
        const auto from = random.zoned_date_time();
        const auto to = random.zoned_date_time();
        CAPTURE(to_text(from), to_text(to));
        const auto sum = add(from, duration_between(from, to));
        REQUIRE(sum == convert(to, time_zone_of(from)));
        REQUIRE(add(from, seconds_between(from, to)) == sum);
    }
}
