#include "graph/temporal_truncate.h"

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "graph/temporal_text.h"

#include <string>

#include "random_seed.h"
#include "temporal_values.h"

using namespace lintas;
using namespace lintas::testing;

namespace {

template <typename Cut>
std::string cut(Cut truncate, const char* unit, const Value& value, const Map& fields = {}) {
    try {
        return to_text(truncate(truncation_unit_for(unit), value, fields));
    } catch (const Error& error) {
        return std::string{name(error.detail())};
    }
}

const Value moment = zoned_date_time("2031-08-17T15:42:37.123456789[Asia/Bangkok]");

} // namespace

TEST_CASE("A date is cut down to the start of every larger unit", "[graph][temporal]") {
    const auto to = [](const char* unit) { return cut(truncate_date, unit, moment); };
    CHECK(to("millennium") == "2000-01-01");
    CHECK(to("century") == "2000-01-01");
    CHECK(to("decade") == "2030-01-01");
    CHECK(to("year") == "2031-01-01");
    CHECK(to("weekYear") == "2030-12-30");
    CHECK(to("quarter") == "2031-07-01");
    CHECK(to("month") == "2031-08-01");
    CHECK(to("week") == "2031-08-11");
    CHECK(to("day") == "2031-08-17");
    CHECK(to("WEEKYEAR") == "2030-12-30");
    CHECK(to("hour") == "InvalidArgumentValue");
    CHECK(to("fortnight") == "InvalidArgumentValue");
}

TEST_CASE("A time is cut down to the start of every smaller unit", "[graph][temporal]") {
    const auto to = [](const char* unit) { return cut(truncate_local_time, unit, moment); };
    CHECK(to("day") == "00:00");
    CHECK(to("hour") == "15:00");
    CHECK(to("minute") == "15:42");
    CHECK(to("second") == "15:42:37");
    CHECK(to("millisecond") == "15:42:37.123");
    CHECK(to("microsecond") == "15:42:37.123456");
    CHECK(to("month") == "InvalidArgumentValue");
}

TEST_CASE("Years before 0 are cut down, not up", "[graph][temporal]") {
    CHECK(cut(truncate_date, "decade", date("-0005-06-01")) == "-0010-01-01");
    CHECK(cut(truncate_date, "century", date("-0100-06-01")) == "-0100-01-01");
    CHECK(cut(truncate_date, "millennium", date("-0001-06-01")) == "-1000-01-01");
    CHECK(cut(truncate_date, "millennium", date("-999999999-06-01")) == "NumberOutOfRange");
}

TEST_CASE("Components change what was cut down", "[graph][temporal]") {
    CHECK(cut(truncate_date, "year", moment, {{"month", 5}}) == "2031-05-01");
    CHECK(cut(truncate_date, "week", moment, {{"dayOfWeek", 7}}) == "2031-08-17");
    CHECK(cut(truncate_date, "quarter", moment, {{"dayOfQuarter", 92}}) == "2031-09-30");
    CHECK(cut(truncate_date, "month", moment, {{"day", 32}}) == "InvalidArgumentValue");
    CHECK(cut(truncate_date, "month", moment, {{"hour", 1}}) == "InvalidArgumentValue");
    CHECK(cut(truncate_local_date_time, "day", moment, {{"minute", 5}}) == "2031-08-17T00:05");
    CHECK(cut(truncate_local_time, "millisecond", moment, {{"nanosecond", 5}}) ==
          "15:42:37.123000005");
    CHECK(cut(truncate_local_time, "millisecond", moment, {{"microsecond", 5}}) ==
          "15:42:37.123005");
    CHECK(cut(truncate_local_time, "microsecond", moment, {{"nanosecond", 5}}) ==
          "15:42:37.123456005");
    CHECK(cut(truncate_local_time, "second", moment, {{"nanosecond", 5}}) == "15:42:37.000000005");
    CHECK(cut(truncate_local_time, "microsecond", moment, {{"nanosecond", 1'000}}) ==
          "InvalidArgumentValue");
}

TEST_CASE("A time zone among the components keeps the local time", "[graph][temporal]") {
    CHECK(cut(truncate_zoned_date_time, "hour", moment) == "2031-08-17T15:00+07:00[Asia/Bangkok]");
    CHECK(cut(truncate_zoned_date_time, "hour", moment, {{"timezone", "Europe/Riga"}}) ==
          "2031-08-17T15:00+03:00[Europe/Riga]");
    CHECK(cut(truncate_zoned_time, "hour", moment, {{"timezone", "-02:00"}}) == "15:00-02:00");
    CHECK(cut(truncate_zoned_time, "hour", moment, {{"timezone", "Europe/Riga"}}) ==
          "InvalidArgumentValue");
    CHECK(cut(truncate_zoned_time, "hour", moment) == "15:00+07:00");
}

TEST_CASE("What the value lacks is midnight and UTC", "[graph][temporal]") {
    const Value day = date("2031-08-17");
    CHECK(cut(truncate_local_time, "hour", day) == "00:00");
    CHECK(cut(truncate_zoned_time, "hour", local_time("15:42")) == "15:00Z");
    CHECK(cut(truncate_zoned_date_time, "year", day) == "2031-01-01T00:00Z");
    CHECK(cut(truncate_local_date_time, "year", local_time("15:42")) == "InvalidArgumentValue");
    CHECK(cut(truncate_date, "year", 2031) == "InvalidArgumentType");
}

TEST_CASE("The start of a day that clocks skip is moved on by the gap", "[graph][temporal]") {
    CHECK(cut(truncate_zoned_date_time, "day",
              zoned_date_time("2018-11-04T12:00[America/Sao_Paulo]")) ==
          "2018-11-04T01:00-02:00[America/Sao_Paulo]");
}

TEST_CASE("Truncating twice is truncating once, and never goes up", "[graph][temporal]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    RandomTemporals random{seed};
    for (int round = 0; round < 5'000; ++round) {
        const auto unit = static_cast<TruncationUnit>(random.between(0, 13));
        const auto value = random.local_date_time();
        if (date_of(value).days < days_from_civil({min_year + 1000, 1, 1})) continue;
        CAPTURE(static_cast<int>(unit), to_text(value));
        const auto once = truncate_local_date_time(unit, value, {});
        REQUIRE(once <= value);
        REQUIRE(truncate_local_date_time(unit, once, {}) == once);
        const auto zoned = attach(value, random.zone());
        const auto zoned_once = truncate_zoned_date_time(unit, zoned, {});
        REQUIRE(truncate_zoned_date_time(unit, zoned_once, {}) == zoned_once);
    }
}
