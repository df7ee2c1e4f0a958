#include "loaders/csv_id_index.h"

#include <catch2/catch.hpp>

#include <map>
#include <random>

using namespace lintas;
using namespace lintas::loaders;

TEST_CASE("An integer table knows what a map knows", "[csv]") {
    const auto seed = GENERATE(range(1u, 30u));
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    // From keys that lie close together to keys of the whole range.
    const int shift = static_cast<int>(random() % 64);
    const auto key = [&] { return static_cast<std::int64_t>(random()) >> shift; };
    const std::uint64_t count = random() % 2000;
    IntegerTable table{random() % 3 == 0 ? 0 : count, -100, 100};
    std::map<std::int64_t, std::uint32_t> map;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto next = key();
        CHECK(table.insert(next, i) == map.emplace(next, i).second);
    }
    for (const auto& [known, number] : map) CHECK(table.find(known) == number);
    for (int i = 0; i < 100; ++i) {
        const auto other = key();
        CHECK(table.find(other).has_value() == map.contains(other));
    }
}

TEST_CASE("Integer tables reach to the ends of the range", "[csv]") {
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto greatest = std::numeric_limits<std::int64_t>::max();
    IntegerTable table{2, least, greatest};
    CHECK(table.insert(least, 1));
    CHECK(table.insert(greatest, 2));
    CHECK_FALSE(table.insert(least, 3));
    CHECK(table.find(greatest) == 2);
    CHECK_FALSE(table.find(0));
}

TEST_CASE("A string table knows what a map knows", "[csv]") {
    const auto seed = GENERATE(range(1u, 20u));
    CAPTURE(seed);
    std::mt19937 random{seed};
    StringTable table;
    std::map<std::string, std::uint32_t> map;
    for (std::uint32_t i = 0; i < 3000; ++i) {
        const auto key = std::string(random() % 40, 'x') + std::to_string(random() % 500);
        CHECK(table.insert(key, i) == map.emplace(key, i).second);
    }
    for (const auto& [known, number] : map) CHECK(table.find(known) == number);
    CHECK_FALSE(table.find("nobody"));
}

TEST_CASE("The index of a group is of integers only if all its ids are canonical integers",
          "[csv]") {
    IdSummary integers;
    for (const auto* id : {"3", "-1", "700000000000"}) integers.add(id);
    CHECK(IdIndex{integers}.has_integers());
    IdSummary mixed = integers;
    mixed.add("007");
    CHECK_FALSE(IdIndex{mixed}.has_integers());
}

TEST_CASE("After resolving, an id stands for its node", "[csv]") {
    for (const bool all_integers : {true, false}) {
        IdSummary summary;
        summary.all_integers = all_integers;
        IdIndex index{summary};
        CHECK(index.insert("5"));
        CHECK(index.insert("9"));
        CHECK_FALSE(index.insert("5"));
        const std::vector<NodeId> nodes = {NodeId{70}, NodeId{30}};
        index.resolve(nodes);
        CHECK(index.find("5") == 70);
        CHECK(index.find("9") == 30);
        CHECK_FALSE(index.find("05"));
    }
}
