#include "graph/temporal_build_duration.h"

#include <catch2/catch.hpp>

#include "graph/error.h"
#include "graph/temporal_text.h"

#include <limits>
#include <string>

using namespace lintas;

namespace {

std::string built(const Value& value) {
    try {
        return to_text(duration_from(value));
    } catch (const Error& error) {
        return std::string{name(error.detail())};
    }
}

std::string of(Map fields) { return built(fields); }

constexpr auto most_given = std::numeric_limits<std::int64_t>::max();

} // namespace

TEST_CASE("Components of a duration add up in their group", "[graph][temporal]") {
    CHECK(of({{"years", 1}, {"quarters", 1}, {"months", 1}}) == "P1Y4M");
    CHECK(of({{"weeks", 1}, {"days", -1}}) == "P6D");
    CHECK(of({{"hours", 1}, {"minutes", -1}, {"seconds", 1}}) == "PT59M1S");
    CHECK(of({{"milliseconds", 1}, {"microseconds", 1}, {"nanoseconds", 1}}) == "PT0.001001001S");
    CHECK(of({{"milliseconds", -1}}) == "PT-0.001S");
    CHECK(of({{"seconds", 1}, {"milliseconds", -1500}}) == "PT-0.5S");
    CHECK(of({{"minutes", 1}, {"seconds", -60}}) == "PT0S");
    CHECK(of({{"milliseconds", most_given}}) == "PT2562047788015H12M55.807S");
    CHECK(of({{"nanoseconds", most_given}, {"microseconds", most_given}}) ==
          "PT2564609835H48M11.630582807S");
}

TEST_CASE("Fractions of components are carried down", "[graph][temporal]") {
    CHECK(of({{"years", 0.25}}) == "P3M");
    CHECK(of({{"months", 1.5}}) == "P1M15DT5H14M33S");
    CHECK(of({{"days", 0.1}}) == "PT2H24M");
    CHECK(of({{"seconds", 70.1}}) == "PT1M10.1S");
    CHECK(of({{"milliseconds", 0.5}}) == "PT0.0005S");
    CHECK(of({{"nanoseconds", 0.6}}) == "PT0.000000001S");
    CHECK(of({{"days", 1}, {"hours", -0.5}}) == "P1DT-30M");
    CHECK(of({{"months", 0.5}, {"days", -20}}) == "P-4DT-18H-45M-27S");
}

TEST_CASE("A component that is no number of a duration is refused", "[graph][temporal]") {
    CHECK(of({}) == "InvalidArgumentValue");
    CHECK(of({{"year", 1}}) == "InvalidArgumentValue");
    CHECK(of({{"days", "1"}}) == "InvalidArgumentType");
    CHECK(built(5) == "InvalidArgumentType");
    CHECK(built("soon") == "InvalidArgumentValue");
    CHECK(built("P1D") == "P1D");
    CHECK(built(Duration{1, 0, 0, 0}) == "P1M");
}

TEST_CASE("A duration that does not fit is refused", "[graph][temporal]") {
    CHECK(of({{"years", most_given}}) == "NumberOutOfRange");
    CHECK(of({{"days", most_given}, {"weeks", 1}}) == "NumberOutOfRange");
    CHECK(of({{"seconds", most_given}, {"milliseconds", 1000}}) == "NumberOutOfRange");
    CHECK(of({{"days", 1e300}}) == "NumberOutOfRange");
    CHECK(of({{"days", std::numeric_limits<double>::quiet_NaN()}}) == "NumberOutOfRange");
    CHECK(of({{"days", -std::numeric_limits<double>::infinity()}}) == "NumberOutOfRange");
    CHECK(of({{"seconds", most_given}, {"milliseconds", 999}}) == "PT2562047788015215H30M7.999S");
}
