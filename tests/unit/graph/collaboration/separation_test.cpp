// What is lost with each vertex, against counting again without it.
#include "graph/algorithms/random.h"
#include "graph/collaboration/separation.h"
#include "random_seed.h"

#include <catch2/catch.hpp>

#include <set>

using namespace lintas;
using namespace lintas::collaboration;
using algorithms::Vertex;

namespace {

const algorithms::Unlimited unlimited;

struct World {
    std::vector<std::set<Vertex>> ties;
    std::vector<Vertex> from;
    std::vector<std::uint8_t> counted;
};

World random_world(algorithms::Random& random) {
    const auto size = static_cast<Vertex>(1 + random.below(12));
    World world{std::vector<std::set<Vertex>>(size), {}, std::vector<std::uint8_t>(size)};
    for (auto left = random.below(2 * size); left > 0; --left) {
        const auto one = static_cast<Vertex>(random.below(size));
        const auto other = static_cast<Vertex>(random.below(size));
        world.ties[one].insert(other);
        world.ties[other].insert(one);
    }
    for (Vertex vertex = 0; vertex < size; ++vertex) {
        if (random.below(3) == 0) world.from.push_back(vertex);
        world.counted[vertex] = random.below(2) == 0 ? 1 : 0;
    }
    return world;
}

algorithms::ProjectedGraph graph_of(const World& world) {
    std::vector<algorithms::Tie> ties;
    for (Vertex one = 0; one < world.ties.size(); ++one)
        for (const auto other : world.ties[one]) ties.push_back({one, other});
    return {static_cast<Vertex>(world.ties.size()), ties, {}};
}

std::uint64_t reached(const World& world, Vertex without) {
    std::set<Vertex> seen;
    std::vector<Vertex> open;
    for (const auto vertex : world.from)
        if (vertex != without && seen.insert(vertex).second) open.push_back(vertex);
    while (!open.empty()) {
        const auto vertex = open.back();
        open.pop_back();
        for (const auto next : world.ties[vertex])
            if (next != without && seen.insert(next).second) open.push_back(next);
    }
    std::uint64_t found = 0;
    for (const auto vertex : seen) found += world.counted[vertex];
    return found;
}

} // namespace

TEST_CASE("What is lost with a vertex is what is not reached without it", "[collaboration]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    algorithms::Random random{seed};
    for (int i = 0; i < 300; ++i) {
        CAPTURE(i);
        const auto world = random_world(random);
        const auto found = separation(graph_of(world), world.from, world.counted, unlimited);
        const auto all = reached(world, algorithms::no_vertex);
        CHECK(found.reach == all);
        for (Vertex vertex = 0; vertex < world.ties.size(); ++vertex) {
            CAPTURE(vertex);
            CHECK(found.lost[vertex] == all - reached(world, vertex));
        }
    }
}
