// Lists of relationships: written, read back, and found by the id of a relationship.
#include "graph/lmdb/adjacency_table.h"
#include "graph/lmdb/encode_adjacency.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

#include "random_seed.h"
#include "random_value.h"

using namespace lintas;
using namespace lintas::lmdb;
using lintas::testing::RandomValues;

namespace {

struct Lists {
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint32_t> neighbours;
    std::vector<std::uint32_t> relationships;

    // `degree` says how many relationships the next row has.
    template <typename Degree> Lists(std::size_t rows, RandomValues& random, Degree degree) {
        for (std::size_t row = 0; row < rows; ++row) {
            std::vector<std::uint32_t> list(degree(row));
            for (auto& neighbour : list)
                neighbour = static_cast<std::uint32_t>(random.below(3'000'000'000));
            std::ranges::sort(list);
            neighbours.insert(neighbours.end(), list.begin(), list.end());
            offsets.push_back(static_cast<std::uint32_t>(neighbours.size()));
        }
        for (std::size_t at = 0; at < neighbours.size(); ++at)
            relationships.push_back(static_cast<std::uint32_t>(random.below(3'000'000'000)));
    }
    std::size_t rows() const { return offsets.size() - 1; }
};

struct Table {
    std::vector<SealedSegment> segments;
    AdjacencyTable table;

    void add(const GroupLists& lists) {
        for (auto& segment : encode_adjacency(lists)) segments.push_back(std::move(segment));
    }
    void close() {
        for (const auto& segment : segments) table.add({segment.key, segment.bytes});
    }
};

void check_lists(const Lists& lists, const AdjacencyTable& table, std::uint32_t group,
                 std::optional<std::uint32_t> first) {
    Nodes nodes;
    for (std::uint32_t row = 0; row < lists.rows() + 2 && row < group_rows; ++row)
        nodes.push_back(NodeId{group << row_bits | row});
    std::vector<AdjacencyList> found(nodes.size());
    table.expand(nodes, found);
    for (auto row = lists.rows(); row < found.size(); ++row) CHECK(found[row].size == 0);
    for (std::size_t row = 0; row < lists.rows(); ++row) {
        const auto begin = lists.offsets[row];
        if (found[row].size != lists.offsets[row + 1] - begin) FAIL("Row " << row << " is longer");
        for (std::uint32_t at = 0; at < found[row].size; ++at) {
            if (raw(found[row].neighbour(at)) != lists.neighbours[begin + at])
                FAIL("Row " << row << " has another neighbour");
            const auto wanted = first ? *first + begin + at : lists.relationships[begin + at];
            if (raw(found[row].relationship(at)) != wanted)
                FAIL("Row " << row << " has another relationship");
        }
    }
}

void check_both(const Lists& lists) {
    Table outgoing;
    outgoing.add({1, 0, 3, lists.offsets, lists.neighbours, {}, 1000});
    outgoing.close();
    check_lists(lists, outgoing.table, 3, 1000);
    for (std::uint32_t row = 0, at = 0; at < lists.neighbours.size(); ++at) {
        while (lists.offsets[row + 1] <= at) ++row;
        const auto ends = outgoing.table.ends(RelationshipId{1000 + at});
        if (raw(ends.source) != (3U << row_bits | row) || raw(ends.target) != lists.neighbours[at])
            FAIL("Relationship " << at << " has other ends");
    }
    Table incoming;
    incoming.add({1, 1, 3, lists.offsets, lists.neighbours, lists.relationships, 0});
    incoming.close();
    check_lists(lists, incoming.table, 3, {});
}

} // namespace

TEST_CASE("Lists of every shape come back", "[lmdb][adjacency]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    RandomValues random{seed};
    const auto many = [&](std::size_t) { return random.below(9); };
    const auto few = [&](std::size_t) { return random.below(40) == 0 ? 1 + random.below(5) : 0; };
    const auto one = [](std::size_t row) { return row == 17 ? 500 : 0; };
    const auto last = [](std::size_t row) { return row == 99 ? 1 : 0; };
    const auto hubs = [&](std::size_t row) { return row % 50 == 0 ? random.below(3000) : 1; };
    check_both(Lists{1000, random, many});
    check_both(Lists{3000, random, few});
    check_both(Lists{100, random, one});
    check_both(Lists{100, random, last});
    check_both(Lists{2000, random, hubs});
    check_both(Lists{1, random, [](std::size_t) { return 1; }});
    check_both(Lists{group_rows, random, few});
    check_both(Lists{group_rows, random, [](std::size_t) { return 1; }});
}

TEST_CASE("Neighbours of millions of relationships lie in several chunks", "[lmdb][adjacency]") {
    RandomValues random{5};
    const auto degree = [](std::size_t row) { return row == 50 ? 1'100'000 : 100; };
    const Lists lists{100, random, degree};
    check_both(lists);
    const auto segments = encode_adjacency({1, 0, 0, lists.offsets, lists.neighbours, {}, 0});
    CHECK(segments.size() == 4); // offsets, and up to, of, and after the hub
}

TEST_CASE("Relationships of several groups of nodes find their ends", "[lmdb][adjacency]") {
    RandomValues random{6};
    const auto few = [&](std::size_t) { return random.below(3); };
    const Lists one{500, random, few};
    const Lists two{700, random, few};
    const auto first_of_two = 10 + static_cast<std::uint32_t>(one.neighbours.size());
    Table table;
    table.add({1, 0, 2, one.offsets, one.neighbours, {}, 10});
    table.add({1, 0, 9, two.offsets, two.neighbours, {}, first_of_two});
    table.close();
    check_lists(one, table.table, 2, 10);
    check_lists(two, table.table, 9, first_of_two);
    CHECK(table.table.find(5) == nullptr);
    CHECK(table.table.find(10) == nullptr);
    CHECK(group_of(raw(table.table.ends(RelationshipId{first_of_two - 1}).source)) == 2);
    CHECK(group_of(raw(table.table.ends(RelationshipId{first_of_two}).source)) == 9);
    const auto end = first_of_two + static_cast<std::uint32_t>(two.neighbours.size());
    CHECK_THROWS(table.table.ends(RelationshipId{end}));
    CHECK_THROWS(table.table.ends(RelationshipId{9}));
}

TEST_CASE("Headers that lie about their lists give no group", "[lmdb][adjacency]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    RandomValues random{seed};
    for (const std::size_t degree : {1, 30}) {
        const Lists lists{300, random, [&](std::size_t row) { return row % degree == 0 ? 3 : 0; }};
        const auto sealed = encode_adjacency({1, 0, 0, lists.offsets, lists.neighbours, {}, 0});
        for (int round = 0; round < 2000; ++round) {
            auto changed = sealed;
            auto& bytes = changed[random.below(changed.size())].bytes;
            for (int change = 0; change < 2; ++change)
                bytes[8 + random.below(bytes.size() - 8)] =
                    static_cast<std::byte>(random.below(256));
            std::vector<StoredSegment> parts;
            for (const auto& part : changed) parts.push_back({part.key, part.bytes});
            // Whatever it gives, reading it stays within the bytes (the sanitizers watch).
            const auto group = AdjacencyGroup::read(parts);
            std::uint64_t sum = 0;
            for (std::uint32_t row = 0; group && row < group->rows(); ++row) {
                const auto list = group->list(row);
                for (std::uint32_t at = 0; at < list.size; ++at) sum += raw(list.neighbour(at));
            }
            for (std::uint32_t at = 0; group && group->is_consecutive() && at < group->size(); ++at)
                sum += group->row_at(at);
            CHECK(sum < ~std::uint64_t{0});
        }
    }
}
