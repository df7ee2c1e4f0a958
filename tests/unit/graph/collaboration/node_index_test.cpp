#include "graph/collaboration/node_index.h"

#include <catch2/catch.hpp>

#include <random>
#include <set>

namespace lintas::collaboration {
namespace {

// Every node of the list at its place, and none of those beside it.
void check_places(const std::set<std::uint32_t>& ids) {
    std::vector<NodeId> nodes;
    for (const auto id : ids) nodes.push_back(NodeId{id});
    const NodeIndex index{nodes};
    for (std::uint32_t at = 0; at < nodes.size(); ++at) {
        CHECK(index.find(nodes[at]) == at);
        for (const auto other : {raw(nodes[at]) - 1, raw(nodes[at]) + 1})
            if (!ids.contains(other)) CHECK(index.find(NodeId{other}) == std::nullopt);
    }
    for (const auto other : {std::uint32_t{0}, ~std::uint32_t{0}})
        if (!ids.contains(other)) CHECK(index.find(NodeId{other}) == std::nullopt);
}

} // namespace

TEST_CASE("An index of nodes finds each at its place and no other", "[collaboration]") {
    check_places({});
    check_places({0});
    check_places({7});
    check_places({~std::uint32_t{0}});
    check_places({0, ~std::uint32_t{0}});
    std::mt19937 random{11};
    for (const auto bits : {5U, 12U, 32U}) {
        std::set<std::uint32_t> ids;
        for (auto count = 0; count < 500; ++count)
            ids.insert(static_cast<std::uint32_t>(random()) >> (32 - bits));
        check_places(ids);
    }
    // Two groups of close ids, far from each other, as the nodes of two labels.
    std::set<std::uint32_t> groups;
    for (std::uint32_t at = 0; at < 300; ++at) groups.insert({at, (std::uint32_t{1} << 31) + at});
    check_places(groups);
}

} // namespace lintas::collaboration
