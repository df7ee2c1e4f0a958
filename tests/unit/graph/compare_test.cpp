#include "graph/compare.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace lintas;

namespace {

constexpr std::int64_t beyond_float = (1LL << 53) + 1; // the first integer that no float is
constexpr double last_exact = 9007199254740992.0;      // 2^53
constexpr auto largest = std::numeric_limits<std::int64_t>::max();
constexpr auto smallest = std::numeric_limits<std::int64_t>::min();
constexpr double two_to_63 = 9223372036854775808.0;
const double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

using Truth = std::optional<bool>;
constexpr Truth unknown = std::nullopt;

Truth less(const Value& left, const Value& right) {
    const auto comparison = compare(left, right);
    return comparison ? Truth{*comparison < 0} : unknown;
}
Truth greater_or_equal(const Value& left, const Value& right) {
    const auto comparison = compare(left, right);
    return comparison ? Truth{*comparison >= 0} : unknown;
}

ZonedDateTime at_hour(int utc_hour, int offset_hours) {
    return {utc_hour * 3600, 0, offset_hours * 3600, {}};
}

Value nested_list(int depth, Value value) {
    for (; depth > 0; --depth) value = Value{List{value}};
    return value;
}

} // namespace

TEST_CASE("Equality of numbers is by their exact value", "[graph][compare]") {
    CHECK(equal(1, 1.0) == true);
    CHECK(equal(0, -0.0) == true);
    CHECK(equal(0.0, -0.0) == true);
    CHECK(equal(1, 1.5) == false);
    CHECK(equal(beyond_float, last_exact) == false);
    CHECK(equal(last_exact, beyond_float - 1) == true);
    CHECK(equal(largest, two_to_63) == false);
    CHECK(equal(smallest, -two_to_63) == true);
    CHECK(equal(largest, infinity) == false);
}

TEST_CASE("NaN equals nothing", "[graph][compare]") {
    CHECK(equal(not_a_number, not_a_number) == false);
    CHECK(equal(not_a_number, 1) == false);
    CHECK(equal(1.0, not_a_number) == false);
    CHECK(equal(not_a_number, "a") == false);
    CHECK(equal(Value{List{not_a_number}}, Value{List{not_a_number}}) == false);
}

TEST_CASE("Different types are not equal, and null is unknown", "[graph][compare]") {
    CHECK(equal("1", 1) == false);
    CHECK(equal(true, 1) == false);
    CHECK(equal(Value{List{}}, Map{}) == false);
    CHECK(equal(NodeId{1}, RelationshipId{1}) == false);
    CHECK(equal(Date{0}, LocalDateTime{0, 0}) == false);
    CHECK(equal({}, {}) == unknown);
    CHECK(equal({}, 1) == unknown);
    CHECK(equal("a", {}) == unknown);
}

TEST_CASE("Lists are equal element by element, and a false one decides", "[graph][compare]") {
    const Value null;
    CHECK(equal(Value{List{1, 2}}, Value{List{1, 2.0}}) == true);
    CHECK(equal(Value{List{1, 2}}, Value{List{1}}) == false);
    CHECK(equal(Value{List{null}}, Value{List{1}}) == unknown);
    CHECK(equal(Value{List{null, 1}}, Value{List{null, 2}}) == false);
    CHECK(equal(Value{List{1, 2}}, Value{List{null, "foo"}}) == false);
    CHECK(equal(Value{List{null, null}}, Value{List{1}}) == false);
    CHECK(equal(Value{List{Value{List{1}}, Value{List{2}}}},
                Value{List{Value{List{1}}, Value{List{null}}}}) == unknown);
    CHECK(equal(Value{List{Value{List{1}}, Value{List{2, 3}}}},
                Value{List{Value{List{1}}, Value{List{null}}}}) == false);
}

TEST_CASE("Maps are equal when their keys and values are", "[graph][compare]") {
    const Value null;
    CHECK(equal(Map{}, Map{}) == true);
    CHECK(equal(Map{{"k", 1}}, Map{{"k", 1.0}}) == true);
    CHECK(equal(Map{{"k", 1}}, Map{{"l", 1}}) == false);
    CHECK(equal(Map{}, Map{{"k", null}}) == false);
    CHECK(equal(Map{{"k", null}}, Map{{"k", null}}) == unknown);
    CHECK(equal(Map{{"k", 1}, {"l", null}}, Map{{"k", null}, {"l", 1}}) == unknown);
    CHECK(equal(Map{{"k", null}, {"l", 1}}, Map{{"k", null}, {"l", 2}}) == false);
}

TEST_CASE("Entities are equal by id, paths as alternating sequences", "[graph][compare]") {
    const Path path{{NodeId{1}, NodeId{2}}, {RelationshipId{5}}};
    const Path parallel{{NodeId{1}, NodeId{2}}, {RelationshipId{6}}};
    CHECK(equal(NodeId{1}, NodeId{1}) == true);
    CHECK(equal(NodeId{1}, NodeId{2}) == false);
    CHECK(equal(RelationshipId{1}, RelationshipId{1}) == true);
    CHECK(equal(path, path) == true);
    CHECK(equal(path, parallel) == false);
    CHECK(equal(path, Path{{NodeId{1}}, {}}) == false);
}

TEST_CASE("Temporal values are equal within their type, zoned ones by instant",
          "[graph][compare]") {
    CHECK(equal(Date{3}, Date{3}) == true);
    CHECK(equal(at_hour(9, 0), at_hour(9, 1)) == true);
    CHECK(equal(ZonedTime{10 * 3'600'000'000'000, 3600}, ZonedTime{9 * 3'600'000'000'000, 0}) ==
          true);
    CHECK(equal(Duration{1, 0, 0, 0}, Duration{1, 0, 0, 0}) == true);
    CHECK(equal(Duration{0, 1, 0, 0}, Duration{0, 0, 86'400, 0}) == false);
}

TEST_CASE("Points are equal only within a coordinate system", "[graph][compare]") {
    CHECK(equal(Point{Crs::Cartesian, 1, 2, 0}, Point{Crs::Cartesian, 1, 2, 0}) == true);
    CHECK(equal(Point{Crs::Cartesian, 1, 2, 0}, Point{Crs::Wgs84, 1, 2, 0}) == false);
    CHECK(equal(Point{Crs::Cartesian, 1, 2, 0}, Point{Crs::Cartesian, 1, 3, 0}) == false);
}

TEST_CASE("Comparing numbers is exact at the edges of both types", "[graph][compare]") {
    CHECK(less(1, 1.5) == true);
    CHECK(less(1.5, 2) == true);
    CHECK(less(last_exact, beyond_float) == true);
    CHECK(less(beyond_float, last_exact + 2) == true);
    CHECK(less(largest, two_to_63) == true);
    CHECK(less(two_to_63, largest) == false);
    CHECK(less(-two_to_63, smallest) == false);
    CHECK(less(-infinity, smallest) == true);
    CHECK(less(-1, -0.5) == true);
    CHECK(less(-0.0, 0) == false);
}

TEST_CASE("Comparing with NaN is false, not unknown", "[graph][compare]") {
    CHECK(less(not_a_number, 1) == false);
    CHECK(greater_or_equal(not_a_number, 1) == false);
    CHECK(less(1, not_a_number) == false);
    CHECK(greater_or_equal(not_a_number, not_a_number) == false);
    CHECK(less(not_a_number, "a") == unknown);
}

TEST_CASE("Only values of one type compare", "[graph][compare]") {
    CHECK(less("a", "b") == true);
    CHECK(less("", "a") == true);
    CHECK(less(false, true) == true);
    CHECK(less("1", 2) == unknown);
    CHECK(less({}, 1) == unknown);
    CHECK(less({}, {}) == unknown);
    CHECK(less(Map{}, Map{}) == unknown);
    CHECK(less(NodeId{1}, NodeId{2}) == unknown);
    CHECK(less(Duration{0, 1, 0, 0}, Duration{0, 2, 0, 0}) == unknown);
    CHECK(less(Date{1}, LocalDateTime{86'400, 0}) == unknown);
}

TEST_CASE("Instants compare on the timeline", "[graph][compare]") {
    CHECK(less(Date{-1}, Date{0}) == true);
    CHECK(less(LocalTime{1}, LocalTime{2}) == true);
    CHECK(less(LocalDateTime{5, 1}, LocalDateTime{5, 2}) == true);
    CHECK(less(ZonedTime{10 * 3'600'000'000'000, 3600}, ZonedTime{9 * 3'600'000'000'000 + 1, 0}) ==
          true);
    CHECK(less(at_hour(9, 5), at_hour(10, -5)) == true);
    CHECK(greater_or_equal(at_hour(9, 5), at_hour(9, -5)) == true);
}

TEST_CASE("Lists compare by their first difference", "[graph][compare]") {
    const Value null;
    CHECK(greater_or_equal(Value{List{1, 0}}, Value{List{1}}) == true);
    CHECK(greater_or_equal(Value{List{1, null}}, Value{List{1}}) == true);
    CHECK(greater_or_equal(Value{List{1, 2}}, Value{List{1, null}}) == unknown);
    CHECK(greater_or_equal(Value{List{1, "a"}}, Value{List{1, null}}) == unknown);
    CHECK(greater_or_equal(Value{List{1, 2}}, Value{List{3, null}}) == false);
    CHECK(less(Value{List{}}, Value{List{}}) == false);
    CHECK(less(Value{List{NodeId{1}, 1}}, Value{List{NodeId{1}, 2}}) == true);
    CHECK(less(Value{List{NodeId{1}, 1}}, Value{List{NodeId{2}, 2}}) == unknown);
    CHECK(less(Value{List{Value{List{Map{}}}, 1}}, Value{List{Value{List{Map{}}}, 2}}) == true);
}

TEST_CASE("Values a thousand levels deep compare", "[graph][compare]") {
    constexpr int depth = 1000;
    const auto one = nested_list(depth, 1);
    const auto two = nested_list(depth, 2);
    CHECK(equal(one, nested_list(depth, 1.0)) == true);
    CHECK(less(one, two) == true);
    CHECK(less(nested_list(depth, Map{}), nested_list(depth, Map{})) == false);
    CHECK(less(nested_list(depth, Map{}), nested_list(depth, {})) == unknown);
    CHECK((order(two, one) > 0));
    CHECK(equivalent(one, nested_list(depth, 1.0)));
    CHECK(hash(one) == hash(nested_list(depth, 1.0)));
}
