#include "graph/compare.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <unordered_map>
#include <unordered_set>

using namespace lintas;

TEST_CASE("Equivalent values hash alike", "[graph][hash]") {
    CHECK(hash(1) == hash(1.0));
    CHECK(hash(0.0) == hash(-0.0));
    CHECK(hash(0) == hash(-0.0));
    CHECK(hash(std::nan("1")) == hash(-std::nan("2")));
    CHECK(hash(std::numeric_limits<std::int64_t>::min()) == hash(-9223372036854775808.0));
    CHECK(hash(Value{List{1, {}}}) == hash(Value{List{1.0, {}}}));
    CHECK(hash(Map{{"a", 1}}) == hash(Map{{"a", 1.0}}));
    CHECK(hash(ZonedDateTime{3600, 0, 3600, {}}) == hash(ZonedDateTime{3600, 0, 0, {}}));
    CHECK(hash(Point{Crs::Cartesian, 0.0, 0, 0}) == hash(Point{Crs::Cartesian, -0.0, 0, 0}));
}

TEST_CASE("Different values hash apart", "[graph][hash]") {
    const std::vector<Value> values = {{},
                                       true,
                                       false,
                                       1,
                                       2,
                                       0.5,
                                       "",
                                       "1",
                                       Value{List{}},
                                       Value{List{1, 2}},
                                       Value{List{2, 1}},
                                       Value{List{Value{List{1}}, 2}},
                                       Map{},
                                       Map{{"a", "b"}},
                                       Map{{"b", "a"}},
                                       NodeId{1},
                                       RelationshipId{1},
                                       Path{{NodeId{1}}, {}},
                                       Date{1},
                                       LocalTime{1},
                                       ZonedTime{1, 0},
                                       LocalDateTime{1, 0},
                                       LocalDateTime{0, 1},
                                       ZonedDateTime{1, 0, 0, {}},
                                       Duration{1, 0, 0, 0},
                                       Duration{0, 1, 0, 0},
                                       Point{}};
    std::unordered_set<std::size_t> hashes;
    for (const auto& value : values) hashes.insert(hash(value));
    CHECK(hashes.size() == values.size());
}

TEST_CASE("Values serve as keys of a hash table", "[graph][hash]") {
    std::unordered_map<Value, int, Hash, Equivalent> counts;
    for (const Value& value :
         List{1, 1.0, {}, {}, std::nan(""), std::nan(""), "1", Value{List{{}}}}) {
        ++counts[value];
    }
    CHECK(counts.size() == 5);
    CHECK(counts.at(1) == 2);
    CHECK(counts.at(Value{}) == 2);
    CHECK(counts.at(std::nan("")) == 2);
}
