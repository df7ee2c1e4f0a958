#include "graph/temporal_component.h"

#include <catch2/catch.hpp>

#include "graph/error.h"

#include <limits>

#include "temporal_values.h"

using namespace lintas;
using namespace lintas::testing;

namespace {

std::string component(const Value& value, const char* name) {
    const auto read = temporal_component(value, name);
    return read ? to_text(*read) : "nothing";
}

} // namespace

TEST_CASE("A date knows its year, quarter, month, week and day", "[graph][temporal]") {
    const Value day = date("2021-01-03");
    CHECK(component(day, "year") == "2021");
    CHECK(component(day, "quarter") == "1");
    CHECK(component(day, "month") == "1");
    CHECK(component(day, "week") == "53");
    CHECK(component(day, "weekYear") == "2020");
    CHECK(component(day, "day") == "3");
    CHECK(component(day, "ordinalDay") == "3");
    CHECK(component(day, "weekDay") == "7");
    CHECK(component(day, "dayOfWeek") == "7");
    CHECK(component(day, "dayOfQuarter") == "3");
    CHECK(component(day, "hour") == "nothing");
    CHECK(component(day, "timezone") == "nothing");
    CHECK(component(day, "Year") == "nothing");
}

TEST_CASE("A time knows its clock and its offset", "[graph][temporal]") {
    const Value time = zoned_time("21:43:05.123456789-09:30");
    CHECK(component(time, "hour") == "21");
    CHECK(component(time, "minute") == "43");
    CHECK(component(time, "second") == "5");
    CHECK(component(time, "millisecond") == "123");
    CHECK(component(time, "microsecond") == "123456");
    CHECK(component(time, "nanosecond") == "123456789");
    CHECK(component(time, "timezone") == "'-09:30'");
    CHECK(component(time, "offset") == "'-09:30'");
    CHECK(component(time, "offsetMinutes") == "-570");
    CHECK(component(time, "offsetSeconds") == "-34200");
    CHECK(component(time, "epochSeconds") == "nothing");
    CHECK(component(local_time("12:00"), "offset") == "nothing");
}

TEST_CASE("An instant knows its zone and its epoch", "[graph][temporal]") {
    const Value instant = zoned_date_time("1969-12-31T23:59:59.25[Asia/Bangkok]");
    CHECK(component(instant, "year") == "1969");
    CHECK(component(instant, "hour") == "23");
    CHECK(component(instant, "timezone") == "'Asia/Bangkok'");
    CHECK(component(instant, "offset") == "'+07:00'");
    CHECK(component(instant, "epochSeconds") == "-25201");
    CHECK(component(instant, "epochMillis") == "-25200750");
    CHECK(component(zoned_date_time("2024-01-01T00:00Z"), "timezone") == "'Z'");
    CHECK(component(local_date_time("2024-01-01T05:00"), "hour") == "5");
    CHECK(component(local_date_time("2024-01-01T05:00"), "epochMillis") == "nothing");
}

TEST_CASE("A duration knows its parts as wholes and as rests", "[graph][temporal]") {
    const Value length = duration("P3Y8M17DT26H7M8.123456789S");
    CHECK(component(length, "years") == "3");
    CHECK(component(length, "quarters") == "14");
    CHECK(component(length, "months") == "44");
    CHECK(component(length, "weeks") == "2");
    CHECK(component(length, "days") == "17");
    CHECK(component(length, "hours") == "26");
    CHECK(component(length, "minutes") == "1567");
    CHECK(component(length, "seconds") == "94028");
    CHECK(component(length, "milliseconds") == "94028123");
    CHECK(component(length, "microseconds") == "94028123456");
    CHECK(component(length, "nanoseconds") == "94028123456789");
    CHECK(component(length, "quartersOfYear") == "2");
    CHECK(component(length, "monthsOfQuarter") == "2");
    CHECK(component(length, "monthsOfYear") == "8");
    CHECK(component(length, "daysOfWeek") == "3");
    CHECK(component(length, "minutesOfHour") == "7");
    CHECK(component(length, "secondsOfMinute") == "8");
    CHECK(component(length, "millisecondsOfSecond") == "123");
    CHECK(component(length, "microsecondsOfSecond") == "123456");
    CHECK(component(length, "nanosecondsOfSecond") == "123456789");
    CHECK(component(length, "year") == "nothing");
}

TEST_CASE("A count that does not fit is refused", "[graph][temporal]") {
    const Value length = Duration{0, 0, std::numeric_limits<std::int64_t>::max(), 0};
    CHECK(component(length, "seconds") == "9223372036854775807");
    CHECK_THROWS_AS(temporal_component(length, "milliseconds"), Error);
    CHECK_THROWS_AS(temporal_component(length, "nanoseconds"), Error);
}

TEST_CASE("A value that is not temporal has no temporal component", "[graph][temporal]") {
    CHECK(component(5, "year") == "nothing");
    CHECK(component(Value{}, "year") == "nothing");
    CHECK(component(Map{{"year", 1}}, "year") == "nothing");
}
