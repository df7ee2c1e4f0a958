#include "graph/compare.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

#include "random_seed.h"
#include "random_value.h"

using namespace lintas;

namespace {

const double nan_value = std::numeric_limits<double>::quiet_NaN();

// Checks that each value comes before all that follow it.
void check_ascending(const std::vector<Value>& values) {
    for (std::size_t left = 0; left < values.size(); ++left) {
        for (std::size_t right = 0; right < values.size(); ++right) {
            CAPTURE(to_text(values[left]), to_text(values[right]));
            CHECK((order(values[left], values[right]) == (left <=> right)));
        }
    }
}

bool holds_null(const Value& value) {
    if (value.is(ValueType::List)) return std::ranges::any_of(value.list(), holds_null);
    if (!value.is(ValueType::Map)) return value.is_null();
    return std::ranges::any_of(value.map(),
                               [](const auto& entry) { return holds_null(entry.second); });
}

} // namespace

TEST_CASE("Types stand in the order of openCypher", "[graph][order]") {
    check_ascending({Map{{"a", "map"}},
                     NodeId{0},
                     RelationshipId{0},
                     Value{List{"list"}},
                     Path{{NodeId{0}}, {}},
                     ZonedDateTime{},
                     LocalDateTime{},
                     Date{},
                     ZonedTime{},
                     LocalTime{},
                     Duration{},
                     Point{},
                     "text",
                     false,
                     1.5,
                     nan_value,
                     {}});
}

TEST_CASE("Values of one type stand in their natural order", "[graph][order]") {
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    const Value null;
    check_ascending({false, true});
    check_ascending({-infinity, -1, -0.5, 0, 1, 1.5, 9007199254740992.0, std::int64_t{1} << 53 | 1,
                     infinity, nan_value});
    check_ascending({"", " ", ".*", "A", "a", "aa", "b", "é"});
    check_ascending({Value{List{}}, Value{List{"a"}}, Value{List{"a", 1}}, Value{List{1}},
                     Value{List{1, "a"}}, Value{List{1, null}}, Value{List{null, 1}},
                     Value{List{null, 2}}});
    check_ascending({Map{}, Map{{"b", 1}}, Map{{"b", 2}}, Map{{"c", 0}}, Map{{"a", 1}, {"b", 1}}});
    check_ascending({Path{{NodeId{0}}, {}}, Path{{NodeId{0}, NodeId{0}}, {RelationshipId{0}}},
                     Path{{NodeId{0}, NodeId{1}}, {RelationshipId{0}}},
                     Path{{NodeId{0}, NodeId{0}}, {RelationshipId{1}}}, Path{{NodeId{1}}, {}}});
    check_ascending({Point{Crs::Wgs84, 9, 9, 0}, Point{Crs::Cartesian, 1, 1, 0},
                     Point{Crs::Cartesian, 1, 2, 0}, Point{Crs::Cartesian, 2, 0, 0},
                     Point{Crs::Cartesian, nan_value, 0, 0}});
}

TEST_CASE("Durations are ordered by their average length, then by their fields", "[graph][order]") {
    constexpr std::int64_t much = std::numeric_limits<std::int64_t>::max();
    check_ascending({Duration{-much, 0, 0, 0}, Duration{0, 0, -1, 0}, Duration{0, 0, -1, 1},
                     Duration{}, Duration{0, 0, 86'399, 0}, Duration{0, 0, 86'400, 0},
                     Duration{0, 1, 0, 0}, Duration{0, 30, 0, 0}, Duration{1, 0, 0, 0},
                     Duration{0, 31, 0, 0}, Duration{much, 0, 0, 0}, Duration{much, much, 0, 0}});
}

TEST_CASE("Order, equivalence, equality, comparison and hash agree on any values",
          "[graph][order]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    testing::RandomValues random{seed};
    for (int round = 0; round < 30'000; ++round) {
        const auto left = random.any();
        const auto right = random.any();
        const auto ordered = order(left, right);
        const bool same = equivalent(left, right);
        const auto equality = equal(left, right);
        const auto comparison = compare(left, right);
        const bool consistent =
            (order(right, left) == 0 <=> ordered) && (ordered == 0) == same &&
            (!same || hash(left) == hash(right)) && (equality != true || same) &&
            (!equality || !same || *equality || to_text(left).find("NaN") != std::string::npos) &&
            (equality.has_value() || holds_null(left) || holds_null(right)) &&
            (!comparison || (*comparison == 0) == (equality == true)) &&
            equal(right, left) == equality && equivalent(left, left);
        CAPTURE(to_text(left), to_text(right));
        if (!consistent) FAIL("The comparisons disagree");
    }
}

TEST_CASE("Order is transitive over any values", "[graph][order]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    testing::RandomValues random{seed};
    std::vector<Value> values(300);
    for (auto& value : values) value = random.any();
    std::ranges::sort(values, [](const auto& one, const auto& two) { return order(one, two) < 0; });
    for (std::size_t left = 0; left < values.size(); ++left) {
        for (std::size_t right = left; right < values.size(); ++right) {
            if (order(values[left], values[right]) <= 0) continue;
            FAIL(to_text(values[left]) << " stands before " << to_text(values[right]));
        }
    }
}
