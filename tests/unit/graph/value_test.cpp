#include "graph/value.h"

#include <catch2/catch.hpp>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <random>

#include "random_seed.h"

using namespace lintas;

namespace {

// A list in a list in a list ..., `depth` times, around 1.
Value nested_list(int depth) {
    Value value = 1;
    for (; depth > 0; --depth) value = Value{List{value}};
    return value;
}

Value nested_map(int depth) {
    Value value = 1;
    for (; depth > 0; --depth) value = Map{{"k", value}};
    return value;
}

} // namespace

TEST_CASE("A value knows its type by the name that people use", "[graph][value]") {
    CHECK(name(Value{}.type()) == "NULL");
    CHECK(name(Value{true}.type()) == "BOOLEAN");
    CHECK(name(Value{1}.type()) == "INTEGER");
    CHECK(name(Value{1.0}.type()) == "FLOAT");
    CHECK(name(Value{"x"}.type()) == "STRING");
    CHECK(name(Value{List{}}.type()) == "LIST");
    CHECK(name(Value{Map{}}.type()) == "MAP");
    CHECK(name(Value{NodeId{1}}.type()) == "NODE");
    CHECK(name(Value{RelationshipId{1}}.type()) == "RELATIONSHIP");
    CHECK(name(Value{Path{{NodeId{}}, {}}}.type()) == "PATH");
    CHECK(name(Value{Date{}}.type()) == "DATE");
    CHECK(name(Value{LocalTime{}}.type()) == "LOCAL TIME");
    CHECK(name(Value{ZonedTime{}}.type()) == "ZONED TIME");
    CHECK(name(Value{LocalDateTime{}}.type()) == "LOCAL DATETIME");
    CHECK(name(Value{ZonedDateTime{}}.type()) == "ZONED DATETIME");
    CHECK(name(Value{Duration{}}.type()) == "DURATION");
    CHECK(name(Value{Point{}}.type()) == "POINT");
}

TEST_CASE("A number is at hand as a float", "[graph][value]") {
    CHECK(Value{3}.number() == 3.0);
    CHECK(Value{2.5}.number() == 2.5);
}

TEST_CASE("Floats print as Cypher does", "[graph][value]") {
    CHECK(to_text(0.0) == "0.0");
    CHECK(to_text(-0.0) == "-0.0");
    CHECK(to_text(1.0) == "1.0");
    CHECK(to_text(-2.5) == "-2.5");
    CHECK(to_text(0.1) == "0.1");
    CHECK(to_text(0.001) == "0.001");
    CHECK(to_text(0.00012) == "1.2E-4");
    CHECK(to_text(1e-305) == "1.0E-305");
    CHECK(to_text(123456.789) == "123456.789");
    CHECK(to_text(9999999.0) == "9999999.0");
    CHECK(to_text(10000000.0) == "1.0E7");
    CHECK(to_text(1.23456789e308) == "1.23456789E308");
    CHECK(to_text(4.9e-324) == "5.0E-324");
    CHECK(to_text(std::numeric_limits<double>::infinity()) == "Infinity");
    CHECK(to_text(-std::numeric_limits<double>::infinity()) == "-Infinity");
    CHECK(to_text(std::numeric_limits<double>::quiet_NaN()) == "NaN");
}

TEST_CASE("A printed float reads back as itself", "[graph][value]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    std::mt19937_64 engine{seed};
    for (int round = 0; round < 10'000; ++round) {
        const auto value = std::bit_cast<double>(engine());
        if (!std::isfinite(value)) continue;
        const auto text = to_text(value);
        CAPTURE(text);
        CHECK(std::strtod(text.c_str(), nullptr) == value);
        CHECK(text.find_first_of(".E") != std::string::npos);
    }
}

TEST_CASE("Values print as Cypher source text", "[graph][value]") {
    CHECK(to_text(Value{}) == "null");
    CHECK(to_text(Value{true}) == "true");
    CHECK(to_text(Value{-7}) == "-7");
    CHECK(to_text(Value{1.0}) == "1.0");
    CHECK(to_text(Value{"it's"}) == R"('it\'s')");
    CHECK(to_text(Value{"a\\b\n\t\x01"}) == R"('a\\b\n\t\u0001')");
    CHECK(to_text(Value{"größe"}) == "'größe'");
    CHECK(to_text(Value{List{1, "a", {}, Value{List{}}}}) == "[1, 'a', null, []]");
    CHECK(to_text(Value{Map{}}) == "{}");
    CHECK(to_text(Value{Map{{"b", 2}, {"a", Value{List{1.5}}}}}) == "{a: [1.5], b: 2}");
    CHECK(to_text(Value{Map{{"two words", 1}, {"`", 2}, {"", 3}, {"_1", 4}, {"1a", 5}}}) ==
          "{``: 3, `1a`: 5, _1: 4, ````: 2, `two words`: 1}");
}

TEST_CASE("Entities print as their ids, paths in the order of the walk", "[graph][value]") {
    CHECK(to_text(Value{NodeId{7}}) == "(n:7)");
    CHECK(to_text(Value{RelationshipId{3}}) == "[r:3]");
    CHECK(to_text(Value{Path{{NodeId{1}}, {}}}) == "<(n:1)>");
    CHECK(to_text(Value{Path{{NodeId{1}, NodeId{2}}, {RelationshipId{0}}}}) ==
          "<(n:1)-[r:0]->(n:2)>");
}

TEST_CASE("Points print as the call that makes them", "[graph][value]") {
    CHECK(to_text(Value{Point{Crs::Cartesian, 1, 2, 0}}) ==
          "point({x: 1.0, y: 2.0, crs: 'cartesian'})");
    CHECK(to_text(Value{Point{Crs::Wgs84_3d, 100.5, 13.75, 4}}) ==
          "point({x: 100.5, y: 13.75, z: 4.0, crs: 'wgs-84-3d'})");
}

TEST_CASE("Temporal values print as their ISO text in quotes", "[graph][value]") {
    CHECK(to_text(Value{Date{0}}) == "'1970-01-01'");
    CHECK(to_text(Value{List{Duration{}}}) == "['PT0S']");
}

TEST_CASE("A value a thousand levels deep prints and goes away", "[graph][value]") {
    constexpr int depth = 1000;
    const auto lists = to_text(nested_list(depth));
    CHECK(lists.size() == 2 * depth + 1);
    const auto maps = to_text(nested_map(depth));
    CHECK(maps.size() == 5 * depth + 1);
}
