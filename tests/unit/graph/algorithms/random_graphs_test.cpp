// The algorithms on random graphs, against plain and slow ways to get the same.
#include "graph/algorithms/betweenness.h"
#include "graph/algorithms/boost_betweenness.h"
#include "graph/algorithms/boost_dijkstra.h"
#include "graph/algorithms/boost_matching.h"
#include "graph/algorithms/boost_strong_components.h"
#include "graph/algorithms/breadth_first.h"
#include "graph/algorithms/brokerage.h"
#include "graph/algorithms/closeness.h"
#include "graph/algorithms/communities.h"
#include "graph/algorithms/core_numbers.h"
#include "graph/algorithms/disjoint_paths.h"
#include "graph/algorithms/greedy_communities.h"
#include "graph/algorithms/label_propagation.h"
#include "graph/algorithms/limited_paths.h"
#include "graph/algorithms/mixing.h"
#include "graph/algorithms/page_rank.h"
#include "graph/algorithms/random.h"
#include "graph/algorithms/shortest_paths.h"
#include "graph/algorithms/similarity.h"
#include "graph/algorithms/triangles.h"
#include "graph/algorithms/weak_components.h"
#include "graph/algorithms/weak_points.h"
#include "graph/error.h"
#include "plain_algorithms.h"
#include "random_seed.h"

#include <catch2/catch.hpp>

#include <array>
#include <numeric>

namespace lintas::algorithms {
namespace {

using namespace lintas::testing;

const Unlimited without_limit;
const Workers one_thread{without_limit, 1};
const Workers three_threads{without_limit, 3};
constexpr int graphs = 60;

// `body(graph, random)` for graphs of all kinds, small ones mostly.
template <typename Body> void on_random_graphs(const Body& body, Vertex most = 14) {
    const auto seed = random_seed();
    CAPTURE(seed);
    Random random{seed};
    for (int i = 0; i < graphs; ++i) {
        CAPTURE(i);
        const auto size = static_cast<Vertex>(1 + random.below(most));
        const TieRules rules{random.below(2) == 0, random.below(2) == 0, Merging::Least};
        std::vector<Tie> ties(random.below(3 * size));
        for (auto& tie : ties)
            tie = {static_cast<Vertex>(random.below(size)), static_cast<Vertex>(random.below(size)),
                   static_cast<double>(1 + random.below(4))};
        body(ProjectedGraph{size, ties, rules}, random);
    }
}

// Has no time left.
class Ended final : public Work {
public:
    void check() const override { throw Error{ErrorCode::Limit, "no time is left"}; }
};

void check_near(const std::vector<double>& found, const std::vector<double>& plain) {
    REQUIRE(found.size() == plain.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CAPTURE(i);
        CHECK(found[i] == Approx(plain[i]).margin(1e-9));
    }
}

} // namespace

TEST_CASE("Distances and costs are those of all ways", "[algorithms]") {
    on_random_graphs([](const ProjectedGraph& graph, Random& random) {
        const auto source = static_cast<Vertex>(random.below(graph.size()));
        const auto plain = plain_costs(graph);
        check_near(dijkstra(graph, source, without_limit), plain[source]);
        const auto ties = plain_costs(without_weights(graph));
        const Vertex sources[] = {source};
        const auto found = breadth_first(graph, sources, without_limit);
        for (Vertex v = 0; v < graph.size(); ++v)
            CHECK((found[v] == unreached ? no_cost : found[v]) == ties[source][v]);
    });
}

TEST_CASE("Components are the classes of what reaches each other", "[algorithms]") {
    on_random_graphs([](const ProjectedGraph& graph, Random&) {
        const auto either = plain_costs(undirected(graph));
        const auto along = plain_costs(graph);
        const auto weak = weak_components(graph, without_limit);
        const auto strong = strong_components(graph, without_limit);
        for (Vertex l = 0; l < graph.size(); ++l)
            for (Vertex r = 0; r < graph.size(); ++r) {
                CHECK((weak[l] == weak[r]) == (either[l][r] != no_cost));
                CHECK((strong[l] == strong[r]) ==
                      (along[l][r] != no_cost && along[r][l] != no_cost));
            }
    });
}

TEST_CASE("Betweenness counts the shortest ways through a vertex", "[algorithms]") {
    on_random_graphs([](const ProjectedGraph& graph, Random&) {
        const auto plain = plain_betweenness(graph);
        check_near(boost_betweenness(graph), plain);
        check_near(betweenness(graph, three_threads).values, plain);
    });
}

TEST_CASE("Betweenness of larger graphs is Boost's, and the same with any threads",
          "[algorithms]") {
    on_random_graphs(
        [](const ProjectedGraph& graph, Random& random) {
            const auto exact = betweenness(graph, three_threads);
            check_near(exact.values, boost_betweenness(graph));
            CHECK(exact.values == betweenness(graph, one_thread).values);
            const auto sources = static_cast<Vertex>(1 + graph.size() / 2);
            const auto seed = random.below(1000);
            const auto sampled = sampled_betweenness(graph, sources, seed, three_threads);
            CHECK(sampled.values == sampled_betweenness(graph, sources, seed, one_thread).values);
            CHECK(sampled.errors == sampled_betweenness(graph, sources, seed, one_thread).errors);
        },
        200);
}

TEST_CASE("What a sample says of betweenness is within its errors", "[algorithms]") {
    Random random{7};
    std::vector<Tie> ties(3000);
    constexpr Vertex size = 1000;
    for (auto& tie : ties)
        tie = {static_cast<Vertex>(random.below(size)), static_cast<Vertex>(random.below(size)), 1};
    const ProjectedGraph graph{size, ties, {}};
    const auto exact = betweenness(graph, three_threads).values;
    const auto sampled = sampled_betweenness(graph, 300, 1, three_threads);
    CHECK(sampled.sources == 300);
    std::size_t within = 0;
    for (Vertex v = 0; v < size; ++v)
        within += std::abs(sampled.values[v] - exact[v]) <= 3 * sampled.errors[v] + 1e-9 ? 1 : 0;
    CHECK(within > size * 85 / 100);
}

TEST_CASE("Closeness sums up all distances", "[algorithms]") {
    on_random_graphs(
        [](const ProjectedGraph& graph, Random&) {
            const auto plain = plain_costs(graph);
            const auto reaches = reach_of_all(graph, three_threads);
            for (Vertex v = 0; v < graph.size(); ++v) {
                double sum = 0;
                double harmonic = 0;
                std::uint64_t reached = 0;
                for (Vertex other = 0; other < graph.size(); ++other) {
                    if (other == v || plain[v][other] == no_cost) continue;
                    ++reached;
                    sum += plain[v][other];
                    harmonic += 1 / plain[v][other];
                }
                CHECK(reaches[v].vertices == reached);
                CHECK(reaches[v].distance == Approx(sum));
                CHECK(reaches[v].harmonic == Approx(harmonic));
            }
        },
        90);
}

TEST_CASE("Core numbers are what is left when low degrees are taken away", "[algorithms]") {
    on_random_graphs([](const ProjectedGraph& graph, Random&) {
        CHECK(core_numbers(graph, without_limit) == plain_cores(graph));
    });
}

TEST_CASE("Triangles and clustering are those of all triples", "[algorithms]") {
    on_random_graphs([](const ProjectedGraph& graph, Random&) {
        const auto found = triangles(graph, three_threads);
        const auto plain = plain_triangles(graph);
        CHECK(found.at == plain.at);
        check_near(found.clustering, plain.clustering);
    });
}

TEST_CASE("Articulation points and bridges are what makes components more", "[algorithms]") {
    on_random_graphs([](const ProjectedGraph& graph, Random&) {
        const auto found = weak_points(graph, without_limit);
        CHECK(found.articulation_points == plain_articulation_points(graph));
        CHECK(found.bridges == plain_bridges(graph));
        // Each tie is within one block; blocks meet in single vertices.
        for (Vertex v = 0; v < graph.size(); ++v)
            for (Vertex other = 0; other < v; ++other) {
                const auto is_tied = graph.out().has(v, other) || graph.out().has(other, v);
                const auto shared = std::ranges::count_if(found.blocks, [&](const auto& block) {
                    return std::ranges::binary_search(block, v) &&
                           std::ranges::binary_search(block, other);
                });
                CHECK(shared <= 1);
                if (is_tied) CHECK(shared == 1);
            }
    });
}

TEST_CASE("The cheapest ways are the first of all ways", "[algorithms]") {
    on_random_graphs(
        [](const ProjectedGraph& graph, Random& random) {
            const auto source = static_cast<Vertex>(random.below(graph.size()));
            const auto target = static_cast<Vertex>(random.below(graph.size()));
            auto plain = plain_ways(graph, source, target);
            const auto k = 1 + random.below(12);
            if (plain.size() > k) plain.resize(k);
            const auto found = shortest_paths(graph, source, target, k, without_limit);
            CHECK(vertices_of(found) == vertices_of(plain));
            const auto best_first = limited_paths(graph, source, target, k, {}, without_limit);
            CHECK(vertices_of(best_first) == vertices_of(plain));
        },
        7);
}

TEST_CASE("Ways under limits are the first of all ways that keep to them", "[algorithms]") {
    on_random_graphs(
        [](const ProjectedGraph& graph, Random& random) {
            const auto source = static_cast<Vertex>(random.below(graph.size()));
            const auto target = static_cast<Vertex>(random.below(graph.size()));
            std::vector<std::uint32_t> groups(graph.size());
            for (auto& group : groups) group = static_cast<std::uint32_t>(random.below(3));
            PathLimits limits;
            limits.groups = groups;
            if (random.below(2) == 0)
                limits.most_ties = static_cast<std::uint32_t>(random.below(6));
            if (random.below(2) == 0)
                limits.most_crossings = static_cast<std::uint32_t>(random.below(4));
            if (random.below(2) == 0)
                limits.fewest_crossings = static_cast<std::uint32_t>(random.below(3));
            auto plain = plain_ways(graph, source, target);
            std::erase_if(plain, [&](const RankedPath& path) {
                const auto crossed = crossings(path, groups);
                return path.ties() > limits.most_ties || crossed > limits.most_crossings ||
                       crossed < limits.fewest_crossings;
            });
            const auto k = 1 + random.below(8);
            if (plain.size() > k) plain.resize(k);
            CHECK(vertices_of(limited_paths(graph, source, target, k, limits, without_limit)) ==
                  vertices_of(plain));
        },
        7);
}

TEST_CASE("Ways that share nothing are as many as the fewest that cut them", "[algorithms]") {
    on_random_graphs(
        [](const ProjectedGraph& graph, Random& random) {
            const auto source = static_cast<Vertex>(random.below(graph.size()));
            const auto target = static_cast<Vertex>(random.below(graph.size()));
            if (source == target) return;
            const Vertex from[] = {source};
            const Vertex to[] = {target};
            for (const auto disjoint : {Disjoint::Ties, Disjoint::Vertices}) {
                const auto found = connectivity(graph, from, to, disjoint, without_limit);
                const auto ways =
                    disjoint_paths(graph, source, target, any_number, disjoint, without_limit);
                CHECK(static_cast<std::int64_t>(ways.size()) == found.ways);
                CHECK(share_nothing(graph, ways, disjoint));
                if (graph.out().has(source, target) && disjoint == Disjoint::Vertices) continue;
                const auto cut = without(graph, found.vertices, found.ties);
                CHECK(plain_costs(cut)[source][target] == no_cost);
                CHECK(static_cast<std::int64_t>(found.vertices.size() + found.ties.size()) ==
                      found.ways);
                if (!ways.empty()) CHECK(ways.front().cost >= plain_costs(graph)[source][target]);
            }
        },
        9);
}

TEST_CASE("Disjoint ways cost the least together", "[algorithms]") {
    on_random_graphs(
        [](const ProjectedGraph& graph, Random& random) {
            const auto source = static_cast<Vertex>(random.below(graph.size()));
            const auto target = static_cast<Vertex>(random.below(graph.size()));
            if (source == target) return;
            const auto all = plain_ways(graph, source, target);
            for (const auto disjoint : {Disjoint::Ties, Disjoint::Vertices}) {
                const auto found =
                    disjoint_paths(graph, source, target, 2, disjoint, without_limit);
                double least = no_cost;
                for (std::size_t i = 0; i < all.size(); ++i)
                    for (std::size_t j = i + 1; j < all.size(); ++j)
                        if (share_nothing(graph, {all[i], all[j]}, disjoint))
                            least = std::min(least, all[i].cost + all[j].cost);
                CHECK((found.size() == 2) == (least != no_cost));
                if (found.size() == 2) CHECK(found[0].cost + found[1].cost == Approx(least));
            }
        },
        6);
}

TEST_CASE("Ranks solve their equations, and are the same with any threads", "[algorithms]") {
    on_random_graphs([](const ProjectedGraph& graph, Random& random) {
        std::vector<double> starts(graph.size());
        starts[random.below(graph.size())] = 1;
        const auto found = page_rank(graph, starts, {0.85, 1e-14, 1000}, three_threads);
        CHECK(found.ranks == page_rank(graph, starts, {0.85, 1e-14, 1000}, one_thread).ranks);
        check_near(found.ranks, plain_ranks(graph, starts, 0.85));
    });
}

TEST_CASE("Similar pairs are all that share a neighbour", "[algorithms]") {
    on_random_graphs([](const ProjectedGraph& given, Random&) {
        const auto graph = undirected(given);
        for (const auto measure : {Similarity::Common, Similarity::ResourceAllocation,
                                   Similarity::AdamicAdar, Similarity::Jaccard}) {
            const auto found = similar_pairs(graph, measure, {}, 10'000, three_threads);
            std::size_t pairs = 0;
            for (Vertex l = 0; l < graph.size(); ++l)
                for (Vertex r = l + 1; r < graph.size(); ++r)
                    if (!graph.out().has(l, r) && similarity(graph, Similarity::Common, l, r) > 0)
                        ++pairs;
            CHECK(found.size() == pairs);
            for (const auto& [left, right, value] : found)
                CHECK(value == Approx(similarity(graph, measure, left, right)));
        }
    });
}

TEST_CASE("Communities hang together and no single move betters them", "[algorithms]") {
    on_random_graphs(
        [](const ProjectedGraph& given, Random& random) {
            const auto graph = undirected(given);
            const auto seed = random.below(1000);
            for (const auto find : {louvain, leiden, greedy_communities}) {
                const auto found = find(graph, {1, seed, 20}, without_limit);
                CHECK(found.of == find(graph, {1, seed, 20}, without_limit).of);
                CHECK(found.modularity == Approx(plain_modularity(graph, found.of)).margin(1e-9));
            }
            const auto parts = leiden(graph, {1, seed, 20}, without_limit);
            CHECK(each_hangs_together(graph, parts.of));
            CHECK(best_move_gain(graph, parts.of) < 1e-9);
        },
        30);
}

TEST_CASE("No union of two greedy communities betters them, and they hang together",
          "[algorithms]") {
    on_random_graphs(
        [](const ProjectedGraph& given, Random&) {
            const auto graph = undirected(given);
            const auto found = greedy_communities(graph, {}, without_limit);
            CHECK(each_hangs_together(graph, found.of));
            for (std::uint32_t one = 0; one < found.count; ++one)
                for (std::uint32_t other = 0; other < one; ++other) {
                    auto joined = found.of;
                    std::ranges::replace(joined, one, other);
                    CHECK(plain_modularity(graph, joined) <= found.modularity + 1e-9);
                }
        },
        30);
}

TEST_CASE("Labels end where each is one of the most frequent around it", "[algorithms]") {
    on_random_graphs(
        [](const ProjectedGraph& graph, Random& random) {
            const auto seed = random.below(1000);
            const auto labels = label_propagation(graph, seed, 1000, without_limit);
            CHECK(labels == label_propagation(graph, seed, 1000, without_limit));
            CHECK(is_stable_labelling(graph, labels));
            CHECK(synchronous_labels(graph, 7, one_thread) ==
                  synchronous_labels(graph, 7, three_threads));
        },
        30);
}

TEST_CASE("Brokers are those of all ways of two ties that no tie shortens", "[algorithms]") {
    on_random_graphs([](const ProjectedGraph& graph, Random& random) {
        std::vector<std::uint32_t> groups;
        for (Vertex v = 0; v < graph.size(); ++v) {
            const auto group = static_cast<std::uint32_t>(random.below(4));
            groups.push_back(group == 3 ? no_group : group);
        }
        for (const auto& workers : {one_thread, three_threads}) {
            const auto found = brokerage(graph, groups, workers);
            for (Vertex v = 0; v < graph.size(); ++v) {
                const auto plain = plain_brokerage(graph, groups, v);
                CHECK(std::array{found[v].coordinator, found[v].consultant, found[v].representative,
                                 found[v].gatekeeper, found[v].liaison} == plain);
            }
        }
    });
}

TEST_CASE("A matching is the heaviest of all", "[algorithms]") {
    on_random_graphs(
        [](const ProjectedGraph& graph, Random&) {
            const auto found = matching(graph, without_limit);
            std::vector<int> uses(graph.size());
            for (const auto& [left, right] : found.pairs) CHECK(++uses[left] + ++uses[right] == 2);
            CHECK(found.weight == Approx(plain_matching_weight(undirected(graph))));
        },
        8);
}

TEST_CASE("Algorithms of Boost and flows end when they have to", "[algorithms]") {
    Random random{1};
    constexpr Vertex size = 50'000;
    std::vector<Tie> ties(4 * size);
    for (auto& tie : ties)
        tie = {static_cast<Vertex>(random.below(size)), static_cast<Vertex>(random.below(size)),
               static_cast<double>(1 + random.below(100))};
    const Ended ended;
    const ProjectedGraph graph{size, ties, {false, true}};
    const ProjectedGraph directed{size, ties, {true, true}};
    const Vertex source[] = {0};
    const Vertex target[] = {1};
    CHECK_THROWS_AS(strong_components(directed, ended), Error);
    CHECK_THROWS_AS(weak_points(graph, ended), Error);
    CHECK_THROWS_AS(dijkstra(graph, 0, ended), Error);
    CHECK_THROWS_AS(betweenness(graph, Workers{ended, 1}), Error);
    CHECK_THROWS_AS(connectivity(graph, source, target, Disjoint::Ties, ended), Error);
    CHECK_THROWS_AS(disjoint_paths(graph, 0, 1, 2, Disjoint::Vertices, ended), Error);
    std::erase_if(ties, [](const Tie& tie) { return tie.from >= 400 || tie.to >= 400; });
    for (Vertex v = 0; v < 400; ++v)
        for (int i = 0; i < 5; ++i)
            ties.push_back({v, static_cast<Vertex>(random.below(400)),
                            static_cast<double>(1 + random.below(100))});
    CHECK_THROWS_AS(matching(ProjectedGraph{400, ties, {false, true}}, ended), Error);
    CHECK_THROWS_AS(matching(ProjectedGraph{400, ties, {false, false}}, ended), Error);
}

} // namespace lintas::algorithms
