#include "loaders/csv_scalar.h"

#include "loaders/csv_point.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace lintas;
using namespace lintas::loaders;

namespace {

// The value as text, `-` for none.
std::string scalar(std::string_view text, ScalarType type, std::string_view option = "") {
    const auto value = parse_scalar(text, type, option);
    return value ? to_text(*value) : "-";
}

} // namespace

TEST_CASE("Integers are read within the range of their type", "[csv]") {
    CHECK(parse_integer(" -128 ", ScalarType::Byte) == -128);
    CHECK_FALSE(parse_integer("128", ScalarType::Byte));
    CHECK_FALSE(parse_integer("32768", ScalarType::Short));
    CHECK(parse_integer("+2147483647", ScalarType::Int) == 2147483647);
    CHECK_FALSE(parse_integer("2147483648", ScalarType::Int));
    CHECK(parse_integer("-9223372036854775808", ScalarType::Long).has_value());
    CHECK_FALSE(parse_integer("9223372036854775808", ScalarType::Long));
    for (const auto* text : {"", "1.0", "1 2", "0x1", "+-1", "--1", "1e3"}) {
        CHECK_FALSE(parse_integer(text, ScalarType::Long));
    }
}

TEST_CASE("Floats are read with or without exponent, also infinite ones", "[csv]") {
    CHECK(parse_float("0.25") == 0.25);
    CHECK(parse_float(" +1e-3\t") == 0.001);
    CHECK(std::isnan(*parse_float("NaN")));
    CHECK(std::isinf(*parse_float("-Infinity")));
    CHECK_FALSE(parse_float("1,5"));
    CHECK_FALSE(parse_float("1e999"));
    CHECK_FALSE(parse_float("one"));
}

TEST_CASE("Booleans are true and false in any case", "[csv]") {
    CHECK(parse_boolean("TRUE") == true);
    CHECK(parse_boolean(" false") == false);
    CHECK_FALSE(parse_boolean("yes"));
    CHECK_FALSE(parse_boolean("1"));
}

TEST_CASE("Temporal values are read as ISO text, zones may come from the header", "[csv]") {
    CHECK(scalar("2024-02-29", ScalarType::Date) == "'2024-02-29'");
    CHECK(scalar("2023-02-29", ScalarType::Date) == "-");
    CHECK(scalar("12:30", ScalarType::LocalTime) == "'12:30'");
    CHECK(scalar("12:30+02:00", ScalarType::ZonedTime) == "'12:30+02:00'");
    CHECK(scalar("12:30", ScalarType::ZonedTime, "timezone:+07:00") == "'12:30+07:00'");
    CHECK(scalar("2024-02-29T12:30", ScalarType::LocalDateTime) == "'2024-02-29T12:30'");
    CHECK(scalar("2024-02-29T12:30Z", ScalarType::ZonedDateTime) == "'2024-02-29T12:30Z'");
    CHECK(scalar("2024-02-29T12:30", ScalarType::ZonedDateTime, "timezone: Asia/Bangkok") ==
          "'2024-02-29T12:30+07:00[Asia/Bangkok]'");
    CHECK(scalar("2024-02-29T12:30Z", ScalarType::ZonedDateTime, "timezone:+07:00") ==
          "'2024-02-29T12:30Z'");
    CHECK(scalar("P1Y2M3DT4H", ScalarType::Duration) == "'P1Y2M3DT4H'");
    CHECK(scalar("soon", ScalarType::Duration) == "-");
}

TEST_CASE("A char is one character of UTF-8, a string any", "[csv]") {
    CHECK(scalar("é", ScalarType::Character) == "'é'");
    CHECK(scalar("ab", ScalarType::Character) == "-");
    CHECK(scalar("\xe9", ScalarType::Character) == "-");
    CHECK(scalar("\xe9", ScalarType::String) == "-");
}

TEST_CASE("Points are read in the four coordinate systems", "[csv]") {
    const auto geographic = parse_point("{latitude: 1.5, longitude: 103.8}", "");
    REQUIRE(geographic);
    CHECK(geographic->crs == Crs::Wgs84);
    CHECK(geographic->x == 103.8);
    CHECK(geographic->y == 1.5);
    CHECK(parse_point("{x:1,y:2}", "")->crs == Crs::Cartesian);
    CHECK(parse_point("{x:1,y:2,z:3}", "")->crs == Crs::Cartesian3d);
    CHECK(parse_point("{\"X\": 1, \"Y\": 2, \"crs\": \"WGS-84\"}", "")->crs == Crs::Wgs84);
    CHECK(parse_point("{x:1,y:2}", "crs:WGS-84")->crs == Crs::Wgs84);
    CHECK(parse_point("{longitude:1,latitude:2,height:3}", "")->crs == Crs::Wgs84_3d);
    for (const auto* text :
         {"", "{}", "{x:1}", "{x:1,y:2,w:3}", "{latitude:91,longitude:0}", "{x:1,y:2,crs:mars}",
          "{x:1,x:1,y:2}", "x:1,y:2", "{x:1,y:two}", "{x:1,y:2,z:3,crs:cartesian}", "{x1,y2}"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_point(text, ""));
    }
}

TEST_CASE("A canonical integer is one that prints as it was written", "[csv]") {
    CHECK(canonical_integer("0") == 0);
    CHECK(canonical_integer("-12") == -12);
    for (const auto* text :
         {"", "-", "-0", "00", "07", "+1", " 1", "1 ", "1.0", "x", "9223372036854775808"}) {
        CAPTURE(text);
        CHECK_FALSE(canonical_integer(text));
    }
}
