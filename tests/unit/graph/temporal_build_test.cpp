#include "graph/temporal_build.h"

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "graph/temporal_text.h"

#include <limits>
#include <string>

#include "temporal_values.h"

using namespace lintas;
using namespace lintas::testing;

namespace {

// The text of what is built, or the detail of the error.
template <typename Build> std::string built(Build build, const Value& value) {
    try {
        return to_text(build(value));
    } catch (const Error& error) {
        return std::string{name(error.detail())};
    }
}

std::string as_date(Map fields) { return built(date_from, fields); }
std::string as_local_time(Map fields) { return built(local_time_from, fields); }
std::string as_time(Map fields) { return built(zoned_time_from, fields); }
std::string as_local_date_time(Map fields) { return built(local_date_time_from, fields); }
std::string as_date_time(Map fields) { return built(zoned_date_time_from, fields); }

std::string with_second(Map fields) {
    fields.insert({{"hour", 1}, {"minute", 2}, {"second", 3}});
    return as_local_time(fields);
}

const std::string bad_value = "InvalidArgumentValue";
const std::string bad_type = "InvalidArgumentType";

const Value thursday = date("2024-02-29");
const Value noon_in_bangkok = zoned_date_time("2024-02-29T12:00:30.5[Asia/Bangkok]");

} // namespace

TEST_CASE("A day is named by month, week, quarter or its number", "[graph][temporal]") {
    CHECK(as_date({{"year", 2024}}) == "2024-01-01");
    CHECK(as_date({{"year", 2024}, {"month", 2}}) == "2024-02-01");
    CHECK(as_date({{"year", 2024}, {"month", 2}, {"day", 29}}) == "2024-02-29");
    CHECK(as_date({{"year", 2020}, {"week", 53}, {"dayOfWeek", 7}}) == "2021-01-03");
    CHECK(as_date({{"year", 2024}, {"quarter", 1}, {"dayOfQuarter", 91}}) == "2024-03-31");
    CHECK(as_date({{"year", 2024}, {"ordinalDay", 366}}) == "2024-12-31");
    CHECK(as_date({{"year", -1}, {"month", 12}, {"day", 31}}) == "-0001-12-31");
}

TEST_CASE("A day that does not exist is refused", "[graph][temporal]") {
    CHECK(as_date({{"year", 2023}, {"month", 2}, {"day", 29}}) == bad_value);
    CHECK(as_date({{"year", 2023}, {"month", 13}}) == bad_value);
    CHECK(as_date({{"year", 2021}, {"week", 53}}) == bad_value);
    CHECK(as_date({{"year", 2023}, {"quarter", 1}, {"dayOfQuarter", 91}}) == bad_value);
    CHECK(as_date({{"year", 2023}, {"ordinalDay", 366}}) == bad_value);
    CHECK(as_date({{"year", 1'000'000'000}}) == bad_value);
    CHECK(as_date({{"year", std::numeric_limits<std::int64_t>::min()}}) == bad_value);
}

TEST_CASE("Components have no gaps, no doubles and no strangers", "[graph][temporal]") {
    CHECK(as_date({}) == bad_value);
    CHECK(as_date({{"month", 2}}) == bad_value);
    CHECK(as_date({{"year", 2024}, {"day", 2}}) == bad_value);
    CHECK(as_date({{"year", 2024}, {"dayOfWeek", 2}}) == bad_value);
    CHECK(as_date({{"year", 2024}, {"dayOfQuarter", 2}}) == bad_value);
    CHECK(as_date({{"year", 2024}, {"month", 2}, {"week", 2}}) == bad_value);
    CHECK(as_date({{"year", 2024}, {"quarter", 2}, {"ordinalDay", 2}}) == bad_value);
    CHECK(as_date({{"year", 2024}, {"hour", 2}}) == bad_value);
    CHECK(as_date({{"Year", 2024}}) == bad_value);
    CHECK(as_date({{"year", 2024.0}}) == bad_type);
    CHECK(as_date({{"year", "2024"}}) == bad_type);
    CHECK(as_local_time({}) == bad_value);
    CHECK(as_local_time({{"minute", 1}}) == bad_value);
    CHECK(as_local_time({{"hour", 1}, {"second", 1}}) == bad_value);
    CHECK(as_local_time({{"hour", 1}, {"minute", 1}, {"nanosecond", 1}}) == bad_value);
    CHECK(as_local_time({{"hour", 24}}) == bad_value);
    CHECK(as_local_time({{"hour", -1}}) == bad_value);
    CHECK(as_local_time({{"hour", 1}, {"timezone", "Z"}}) == bad_value);
    CHECK(as_local_date_time({{"year", 2024}, {"hour", 1}}) == bad_value);
    CHECK(as_local_date_time({{"year", 2024}, {"week", 1}, {"hour", 1}}) == bad_value);
    CHECK(as_local_date_time({{"year", 2024}, {"ordinalDay", 60}, {"hour", 1}}) ==
          "2024-02-29T01:00");
}

TEST_CASE("Fractions of a second add up, each within the larger one", "[graph][temporal]") {
    CHECK(with_second({{"millisecond", 7}}) == "01:02:03.007");
    CHECK(with_second({{"microsecond", 999'999}}) == "01:02:03.999999");
    CHECK(with_second({{"nanosecond", 999'999'999}}) == "01:02:03.999999999");
    CHECK(with_second({{"millisecond", 1}, {"microsecond", 2}, {"nanosecond", 3}}) ==
          "01:02:03.001002003");
    CHECK(with_second({{"millisecond", 1}, {"nanosecond", 999'999}}) == "01:02:03.001999999");
    CHECK(with_second({{"millisecond", 1'000}}) == bad_value);
    CHECK(with_second({{"millisecond", 1}, {"microsecond", 1'000}}) == bad_value);
    CHECK(with_second({{"millisecond", 1}, {"nanosecond", 1'000'000}}) == bad_value);
    CHECK(with_second({{"microsecond", 1}, {"nanosecond", 1'000}}) == bad_value);
}

TEST_CASE("A selected date keeps what no component changes", "[graph][temporal]") {
    CHECK(as_date({{"date", thursday}}) == "2024-02-29");
    CHECK(as_date({{"date", thursday}, {"month", 8}}) == "2024-08-29");
    CHECK(as_date({{"date", thursday}, {"week", 1}}) == "2024-01-04");
    CHECK(as_date({{"date", thursday}, {"dayOfWeek", 1}}) == "2024-02-26");
    CHECK(as_date({{"date", thursday}, {"quarter", 2}}) == "2024-05-30");
    CHECK(as_date({{"date", thursday}, {"dayOfQuarter", 1}}) == "2024-01-01");
    CHECK(as_date({{"date", thursday}, {"year", 2023}}) == bad_value);
    CHECK(as_date({{"date", date("2024-12-30")}, {"dayOfWeek", 7}}) == "2025-01-05");
    CHECK(as_date({{"date", date("2024-07-31")}, {"quarter", 2}}) == "2024-05-01");
    CHECK(as_date({{"date", date("2024-12-31")}, {"quarter", 2}}) == bad_value);
    CHECK(as_date({{"date", local_time("12:00")}}) == bad_type);
    CHECK(as_date({{"date", "2024-02-29"}}) == bad_type);
    CHECK(as_date({{"date", noon_in_bangkok}}) == "2024-02-29");
}

TEST_CASE("A selected time keeps what no component changes", "[graph][temporal]") {
    CHECK(as_local_time({{"time", noon_in_bangkok}}) == "12:00:30.5");
    CHECK(as_local_time({{"time", noon_in_bangkok}, {"minute", 7}}) == "12:07:30.5");
    CHECK(as_local_time({{"time", noon_in_bangkok}, {"microsecond", 7}}) == "12:00:30.000007");
    CHECK(as_local_date_time({{"date", thursday}, {"time", noon_in_bangkok}}) ==
          "2024-02-29T12:00:30.5");
    CHECK(as_local_date_time({{"datetime", thursday}, {"hour", 1}}) == "2024-02-29T01:00");
    CHECK(as_local_date_time({{"datetime", noon_in_bangkok}, {"date", thursday}}) == bad_value);
}

TEST_CASE("A time zone is given to local values and converts zoned ones", "[graph][temporal]") {
    CHECK(as_time({{"hour", 12}, {"timezone", "+07:00"}}) == "12:00+07:00");
    CHECK(as_time({{"time", local_time("12:00")}, {"timezone", "+07:00"}}) == "12:00+07:00");
    CHECK(as_time({{"time", zoned_time("12:00+07:00")}, {"timezone", "-01:00"}}) == "04:00-01:00");
    CHECK(as_time({{"time", zoned_time("01:00+07:00")}, {"timezone", "Z"}}) == "18:00Z");
    CHECK(as_date_time({{"year", 2024}, {"timezone", "Asia/Bangkok"}}) ==
          "2024-01-01T00:00+07:00[Asia/Bangkok]");
    CHECK(as_date_time({{"datetime", noon_in_bangkok}}) ==
          "2024-02-29T12:00:30.5+07:00[Asia/Bangkok]");
    CHECK(as_date_time({{"datetime", noon_in_bangkok}, {"timezone", "Europe/Riga"}}) ==
          "2024-02-29T07:00:30.5+02:00[Europe/Riga]");
    CHECK(as_date_time({{"date", noon_in_bangkok}, {"hour", 1}}) == "2024-02-29T01:00Z");
    CHECK(as_date_time(
              {{"date", thursday}, {"time", zoned_time("01:00+07:00")}, {"timezone", "Z"}}) ==
          "2024-02-28T18:00Z");
    CHECK(as_date_time({{"year", 2024}, {"timezone", "Asia/Atlantis"}}) == bad_value);
    CHECK(as_date_time({{"year", 2024}, {"timezone", 7}}) == bad_type);
}

TEST_CASE("The later of two equal local times stays the later", "[graph][temporal]") {
    const Value later = zoned_date_time("2024-10-27T02:30+01:00[Europe/Rome]");
    CHECK(as_date_time({{"datetime", later}}) == "2024-10-27T02:30+01:00[Europe/Rome]");
    CHECK(as_date_time({{"datetime", later}, {"second", 1}}) ==
          "2024-10-27T02:30:01+01:00[Europe/Rome]");
}

TEST_CASE("A time of day takes a named zone only where its offset is known", "[graph][temporal]") {
    CHECK(as_time({{"hour", 12}, {"timezone", "Europe/Riga"}}) == bad_value);
    CHECK(as_time({{"hour", 12}, {"timezone", "UTC"}}) == "12:00Z");
    CHECK(as_time({{"time", noon_in_bangkok}, {"timezone", "Europe/Riga"}}) == "07:00:30.5+02:00");
}

TEST_CASE("An epoch's seconds or milliseconds make an instant", "[graph][temporal]") {
    CHECK(as_date_time({{"epochSeconds", 1'709'164'800}}) == "2024-02-29T00:00Z");
    CHECK(as_date_time({{"epochSeconds", -1}, {"nanosecond", 5}}) ==
          "1969-12-31T23:59:59.000000005Z");
    CHECK(as_date_time({{"epochMillis", -1}, {"microsecond", 5}}) == "1969-12-31T23:59:59.999005Z");
    CHECK(as_date_time({{"epochMillis", 0}, {"timezone", "Asia/Bangkok"}}) ==
          "1970-01-01T07:00+07:00[Asia/Bangkok]");
    CHECK(as_date_time({{"epochMillis", 0}, {"epochSeconds", 0}}) == bad_value);
    CHECK(as_date_time({{"epochMillis", 0}, {"millisecond", 0}}) == bad_value);
    CHECK(as_date_time({{"epochSeconds", 0}, {"year", 2024}}) == bad_value);
    CHECK(as_date_time({{"epochSeconds", std::numeric_limits<std::int64_t>::max()}}) == bad_value);
}

TEST_CASE("The seconds and nanoseconds of an epoch carry over", "[graph][temporal]") {
    CHECK(to_text(from_epoch(1, -1)) == "1970-01-01T00:00:00.999999999Z");
    CHECK(to_text(from_epoch(0, 2'500'000'000)) == "1970-01-01T00:00:02.5Z");
    CHECK(to_text(from_epoch_milliseconds(-1)) == "1969-12-31T23:59:59.999Z");
    CHECK_THROWS_AS(from_epoch(std::numeric_limits<std::int64_t>::max(), 2'000'000'000), Error);
    CHECK_THROWS_AS(from_epoch(std::numeric_limits<std::int64_t>::min(), -1), Error);
    CHECK(to_text(from_epoch_milliseconds(std::numeric_limits<std::int64_t>::max())) ==
          "+292278994-08-17T07:12:55.807Z");
}

TEST_CASE("One temporal value becomes another", "[graph][temporal]") {
    CHECK(built(date_from, noon_in_bangkok) == "2024-02-29");
    CHECK(built(local_time_from, noon_in_bangkok) == "12:00:30.5");
    CHECK(built(zoned_time_from, noon_in_bangkok) == "12:00:30.5+07:00");
    CHECK(built(zoned_time_from, local_time("12:00")) == "12:00Z");
    CHECK(built(local_date_time_from, noon_in_bangkok) == "2024-02-29T12:00:30.5");
    CHECK(built(local_date_time_from, thursday) == "2024-02-29T00:00");
    CHECK(built(zoned_date_time_from, thursday) == "2024-02-29T00:00Z");
    CHECK(built(zoned_date_time_from, noon_in_bangkok) ==
          to_text(noon_in_bangkok.as<ZonedDateTime>()));
    CHECK(built(date_from, local_time("12:00")) == bad_type);
    CHECK(built(zoned_date_time_from, local_time("12:00")) == bad_type);
    CHECK(built(date_from, 5) == bad_type);
    CHECK(built(date_from, Duration{}) == bad_type);
}

TEST_CASE("Long text is cut at a whole character in the error", "[graph][temporal]") {
    CHECK_THROWS_WITH(date_from(std::string(1000, 'x')),
                      "`" + std::string(60, 'x') + "…` is not a date; write it as `2015-07-21`");
    std::string thai;
    while (thai.size() < 100) thai += "ไ";
    CHECK_THROWS_WITH(date_from("x" + thai),
                      "`x" + thai.substr(0, 57) + "…` is not a date; write it as `2015-07-21`");
}

TEST_CASE("Text that is no temporal value is named in the error", "[graph][temporal]") {
    CHECK_THROWS_WITH(date_from("tomorrow"), "`tomorrow` is not a date; write it as `2015-07-21`");
    CHECK_THROWS_WITH(zoned_time_from("noon"),
                      "`noon` is not a time; write it as `21:40:32.142+07:00`");
    CHECK_THROWS_WITH(date_from(Map{{"year", 2023}, {"month", 2}, {"day", 29}}),
                      "There is no day 29 in month 2 of the year 2023");
    CHECK_THROWS_WITH(date_from(Map{{"year", 2023}, {"month", 13}}),
                      "`month` is 13; it goes from 1 to 12");
}
