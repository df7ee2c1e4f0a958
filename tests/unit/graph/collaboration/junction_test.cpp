// Junctions against the connectivity that flows count, on random graphs.
#include "graph/algorithms/disjoint_paths.h"
#include "graph/collaboration/junction.h"

#include "random_seed.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace lintas;
using algorithms::Vertex;

TEST_CASE("A junction has the ways that flows count, up to two", "[junction]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    std::mt19937_64 random{seed};
    for (auto round = 0; round < 3000; ++round) {
        const auto size = static_cast<Vertex>(2 + random() % 10);
        std::vector<algorithms::Tie> ties;
        for (auto count = random() % (2 * size); count > 0; --count)
            ties.push_back(
                {static_cast<Vertex>(random() % size), static_cast<Vertex>(random() % size), 1});
        const algorithms::ProjectedGraph graph{size, ties, {}};
        std::vector<Vertex> left{0};
        std::vector<Vertex> right{1};
        for (Vertex vertex = 2; vertex < size; ++vertex) {
            if (random() % 4 == 0)
                left.push_back(vertex);
            else if (random() % 4 == 0)
                right.push_back(vertex);
        }
        const auto expected = algorithms::connectivity(
            graph, left, right, algorithms::Disjoint::Vertices, algorithms::Unlimited{}, true);
        const auto found = collaboration::junction(graph, left, right);
        REQUIRE(expected.ways);
        REQUIRE(found.ways == std::min<std::int64_t>(2, *expected.ways));
        if (found.ways != 1) continue;
        // Without the vertex there is no way left.
        REQUIRE(found.vertex);
        std::erase_if(ties, [&](const algorithms::Tie& tie) {
            return tie.from == *found.vertex || tie.to == *found.vertex;
        });
        std::erase(left, *found.vertex);
        std::erase(right, *found.vertex);
        if (left.empty() || right.empty()) continue;
        const algorithms::ProjectedGraph without{size, ties, {}};
        CHECK(collaboration::junction(without, left, right).ways == 0);
    }
}
