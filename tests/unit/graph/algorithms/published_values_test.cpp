// Values that books, papers and other programs print for small networks.
#include "graph/algorithms/betweenness.h"
#include "graph/algorithms/brokerage.h"
#include "graph/algorithms/communities.h"
#include "graph/algorithms/core_numbers.h"
#include "graph/algorithms/disjoint_paths.h"
#include "graph/algorithms/greedy_communities.h"
#include "graph/algorithms/mixing.h"
#include "graph/algorithms/page_rank.h"
#include "graph/algorithms/shortest_paths.h"
#include "graph/algorithms/similarity.h"
#include "graph/algorithms/structural_holes.h"
#include "graph/algorithms/triangles.h"
#include "graph/algorithms/weak_points.h"
#include "known_networks.h"

#include <catch2/catch.hpp>

#include <string>

namespace lintas::algorithms {
namespace {

using namespace lintas::testing;

const Unlimited no_limit;
const Workers all_workers{no_limit, 2};

Approx near(double value, double margin = 5e-7) { return Approx(value).epsilon(0).margin(margin); }

std::vector<double> betweenness_of(const ProjectedGraph& graph) {
    return betweenness(graph, all_workers).values;
}

std::vector<double> constraints(const ProjectedGraph& graph) {
    std::vector<double> values;
    for (const auto& hole : structural_holes(graph, all_workers))
        values.push_back(hole.constraint.value());
    return values;
}

std::vector<double> effective_sizes(const ProjectedGraph& graph) {
    std::vector<double> values;
    for (const auto& hole : structural_holes(graph, all_workers))
        values.push_back(hole.effective_size.value());
    return values;
}

void check_values(const std::vector<double>& values, const std::vector<double>& printed,
                  double margin) {
    REQUIRE(values.size() == printed.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        INFO("vertex " << i);
        CHECK(values[i] == near(printed[i], margin));
    }
}

} // namespace

TEST_CASE("Betweenness of the Florentine families is as published", "[algorithms]") {
    const auto values = betweenness_of(florentine());
    const auto scale = betweenness_scale(florentine());
    CHECK(values[Medici] == near(47.5));
    CHECK(values[Medici] * scale == near(0.522, 5e-4));
    CHECK(values[Guadagni] * scale == near(0.255, 5e-4));
    CHECK(values[Albizzi] * scale == near(0.212, 5e-4));
    CHECK(values[Salviati] * scale == near(0.143, 5e-4));
    CHECK(values[Ridolfi] * scale == near(0.114, 5e-4));
}

TEST_CASE("What holds the Florentine families together is as published", "[algorithms]") {
    const auto points = weak_points(florentine(), no_limit);
    CHECK(points.articulation_points == std::vector<Vertex>{Albizzi, Guadagni, Medici, Salviati});
    CHECK(points.bridges == Pairs{{Acciaiuoli, Medici},
                                  {Albizzi, Ginori},
                                  {Guadagni, Lamberteschi},
                                  {Medici, Salviati},
                                  {Pazzi, Salviati}});
    const Vertex source[] = {Medici};
    const Vertex target[] = {Strozzi};
    CHECK(connectivity(florentine(), source, target, Disjoint::Ties, no_limit).ways == 3);
    const auto ways =
        disjoint_paths(florentine(), Medici, Strozzi, any_number, Disjoint::Ties, no_limit);
    REQUIRE(ways.size() == 3);
    CHECK(ways[0].vertices == std::vector<Vertex>{Medici, Ridolfi, Strozzi});
    CHECK(ways[1].vertices == std::vector<Vertex>{Medici, Barbadori, Castellani, Strozzi});
    CHECK(ways[2].vertices == std::vector<Vertex>{Medici, Albizzi, Guadagni, Bischeri, Strozzi});
}

TEST_CASE("Structural holes of the Florentine families are as recomputed", "[algorithms]") {
    const auto holes = structural_holes(florentine(), all_workers);
    CHECK(holes[Medici].constraint.value() == near(0.2099, 5e-5));
    CHECK(holes[Medici].effective_size.value() == near(5.6667, 5e-5));
    CHECK(holes[Medici].efficiency().value() == near(0.9444, 5e-5));
    CHECK(holes[Strozzi].constraint.value() == near(0.4583, 5e-5));
    CHECK(holes[Strozzi].effective_size.value() == near(3));
    CHECK(holes[Ridolfi].constraint.value() == near(0.4599, 5e-5));
    CHECK(holes[Peruzzi].constraint.value() == near(0.6559, 5e-5));
    CHECK(holes[Pazzi].constraint.value() == near(1));
}

TEST_CASE("Betweenness of the karate club is as published", "[algorithms]") {
    const auto values = betweenness_of(karate());
    CHECK(values[0] == near(231.071429));
    CHECK(values[0] * betweenness_scale(karate()) == near(0.437635));
    CHECK(values[33] == near(160.551587));
    CHECK(values[32] == near(76.690476));
    CHECK(values[2] == near(75.850794));
    CHECK(values[31] == near(73.009524));
}

TEST_CASE("Cores, cuts and degrees of the karate club are as published", "[algorithms]") {
    std::string cores;
    for (const auto core : core_numbers(karate(), no_limit)) cores += std::to_string(core);
    CHECK(cores == "4444333442312422222322233323334344");
    const auto points = weak_points(karate(), no_limit);
    CHECK(points.articulation_points == std::vector<Vertex>{0});
    CHECK(points.bridges == Pairs{{0, 11}});
    CHECK(degree_assortativity(karate()).value() == near(-0.475613));
    CHECK(triangles(karate(), all_workers).total == 45);
    CHECK(triangles(karate(), all_workers).average_clustering == near(0.570638));
    CHECK(triangles(karate(), all_workers).transitivity == near(0.255682));
    const Vertex first[] = {0};
    const Vertex last[] = {33};
    CHECK(connectivity(karate(), first, last, Disjoint::Ties, no_limit).ways == 10);
    CHECK(connectivity(karate(), first, last, Disjoint::Vertices, no_limit).ways == 6);
}

TEST_CASE("Communities of the karate club are as good as published", "[algorithms]") {
    CHECK(modularity(karate(), karate_factions) == near(0.358235));
    constexpr double best_known = 0.419790;
    double best = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto found = louvain(karate(), {1, seed}, no_limit);
        CHECK(found.modularity == near(modularity(karate(), found.of)));
        CHECK(found.modularity > 0.38);
        best = std::max(best, found.modularity);
    }
    CHECK(best == near(best_known));
    CHECK(leiden(karate(), {1, 1}, no_limit).modularity == near(best_known));
    const auto greedy = greedy_communities(karate(), {}, no_limit);
    CHECK(greedy.modularity == near(0.380671));
    CHECK(greedy.count == 3);
}

TEST_CASE("The factions of the karate club mix as recomputed", "[algorithms]") {
    const auto sums = external_internal(karate(), karate_factions);
    CHECK(sums.external == 11);
    CHECK(sums.internal == 67);
    CHECK(sums.index.value() == near(-0.717949));
    CHECK(assortativity(mixing_matrix(karate(), karate_factions)).value() == near(0.717531));
    BrokerageRoles sum;
    std::uint64_t total = 0;
    const auto all = brokerage(karate(), karate_factions, all_workers);
    for (const auto& roles : all) {
        sum.coordinator += roles.coordinator;
        sum.consultant += roles.consultant;
        sum.representative += roles.representative;
        sum.gatekeeper += roles.gatekeeper;
        total += roles.total();
    }
    CHECK(sum.coordinator == 510);
    CHECK(sum.consultant == 20);
    CHECK(sum.representative == 128);
    CHECK(sum.gatekeeper == 128);
    CHECK(total == 786);
    CHECK(all[0].coordinator == 174);
    CHECK(all[33].consultant == 6);
    CHECK(all[2].gatekeeper == 23);
}

TEST_CASE("Ranks and likely ties of the karate club are as recomputed", "[algorithms]") {
    const auto ranks = page_rank(karate(), {}, {}, all_workers).ranks;
    CHECK(ranks[33] == near(0.100919));
    CHECK(ranks[0] == near(0.096997));
    CHECK(ranks[32] == near(0.071693));
    std::vector<double> start(34);
    start[0] = 1;
    const auto personal = page_rank(karate(), start, {}, all_workers).ranks;
    CHECK(personal[0] == near(0.266374, 2e-6));
    CHECK(personal[1] == near(0.064888, 2e-6));
    CHECK(personal[2] == near(0.054948, 2e-6));
    const auto best = [](Similarity measure) {
        return similar_pairs(karate(), measure, {}, 1, all_workers).front();
    };
    CHECK(best(Similarity::AdamicAdar).left == 2);
    CHECK(best(Similarity::AdamicAdar).right == 33);
    CHECK(best(Similarity::AdamicAdar).value == near(4.719381));
    CHECK(best(Similarity::ResourceAllocation).value == near(1.566667));
    CHECK(best(Similarity::Jaccard).value == near(1));
    CHECK(similarity(karate(), Similarity::PreferentialAttachment, 0, 33) == 272);
}

TEST_CASE("Krackhardt's kite is as published", "[algorithms]") {
    check_values(betweenness_of(kite()), {0.833, 0.833, 0, 3.667, 0, 8.333, 8.333, 14, 8, 0}, 5e-4);
    const auto values = betweenness_of(kite());
    CHECK(values[7] == near(14));
    CHECK(values[7] * betweenness_scale(kite()) == near(0.389, 5e-4));
    check_values(constraints(kite()),
                 {0.5412, 0.5412, 0.6641, 0.4702, 0.6641, 0.4451, 0.4451, 0.4311, 0.5, 1}, 5e-5);
}

TEST_CASE("Burt's example of seven nodes is as in UCINET", "[algorithms]") {
    enum { A, B, C, D, E, F, G };
    const Pairs pairs{{A, B}, {A, F}, {A, G}, {A, E}, {E, G},
                      {F, G}, {B, G}, {B, D}, {D, G}, {G, C}};
    const std::vector<double> weights{2, 3, 5, 2, 8, 3, 4, 1, 3, 10};
    std::vector<Tie> ties;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        ties.push_back({pairs[i].first, pairs[i].second, weights[i]});
    const auto binary = constraints(graph_of(7, pairs));
    CHECK(binary[G] == near(0.400, 5e-4));
    CHECK(binary[A] == near(0.595, 5e-4));
    CHECK(binary[C] == near(1));
    const auto weighted = constraints(weighted_graph(7, ties));
    CHECK(weighted[G] == near(0.299, 5e-4));
    CHECK(weighted[A] == near(0.795, 5e-4));
    CHECK(weighted[C] == near(1));
    const auto sizes = effective_sizes(graph_of(7, pairs));
    CHECK(sizes[G] == near(4.67, 5e-3));
    CHECK(sizes[A] == near(2.50, 5e-3));
    CHECK(sizes[C] == near(1));
    const auto weighted_sizes = effective_sizes(weighted_graph(7, ties));
    CHECK(weighted_sizes[G] == near(5.47, 5e-3));
    CHECK(weighted_sizes[A] == near(2.47, 5e-3));
    CHECK(weighted_sizes[C] == near(1));
}

TEST_CASE("Constraint is as igraph prints it", "[algorithms]") {
    check_values(constraints(graph_of(4, {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}})),
                 {0.925926, 0.925926, 0.925926, 0.925926}, 5e-7);
    check_values(constraints(graph_of(4, {{0, 1}, {1, 2}, {2, 3}})), {1, 0.5, 0.5, 1}, 5e-7);
    const Pairs bridged{{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {3, 4},
                        {4, 5}, {5, 6}, {5, 7}, {5, 8}, {6, 7}, {6, 8}, {7, 8}};
    check_values(
        constraints(graph_of(9, bridged)),
        {0.865741, 0.865741, 0.865741, 0.583333, 0.5, 0.583333, 0.865741, 0.865741, 0.865741},
        5e-7);
    CHECK(!structural_holes(graph_of(1, {}), all_workers)[0].constraint);
}

TEST_CASE("Yen's ways through the example of six nodes are as published", "[algorithms]") {
    enum { C, D, E, F, G, H };
    const auto graph = weighted_graph(6,
                                      {{C, D, 3},
                                       {C, E, 2},
                                       {D, F, 4},
                                       {E, D, 1},
                                       {E, F, 2},
                                       {E, G, 3},
                                       {F, G, 2},
                                       {F, H, 1},
                                       {G, H, 2}},
                                      true);
    const auto ways = shortest_paths(graph, C, H, 10, no_limit);
    const std::vector<std::pair<double, std::vector<Vertex>>> published{
        {5, {C, E, F, H}},    {7, {C, E, G, H}},     {8, {C, D, F, H}},       {8, {C, E, D, F, H}},
        {8, {C, E, F, G, H}}, {11, {C, D, F, G, H}}, {11, {C, E, D, F, G, H}}};
    REQUIRE(ways.size() == published.size());
    for (std::size_t i = 0; i < ways.size(); ++i) {
        INFO("way " << i);
        CHECK(ways[i].cost == published[i].first);
        CHECK(ways[i].vertices == published[i].second);
    }
}

TEST_CASE("Shared neighbours of K5, a path and a star are as published", "[algorithms]") {
    const auto k5 = graph_of(
        5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {1, 2}, {1, 3}, {1, 4}, {2, 3}, {2, 4}, {3, 4}});
    CHECK(similarity(k5, Similarity::ResourceAllocation, 0, 1) == near(0.75));
    CHECK(similarity(graph_of(3, {{0, 1}, {1, 2}}), Similarity::ResourceAllocation, 0, 2) ==
          near(0.5));
    const auto star = graph_of(5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}});
    CHECK(similarity(star, Similarity::ResourceAllocation, 1, 2) == near(0.25));
}

TEST_CASE("Newman's couples mix as published", "[algorithms]") {
    const MixingMatrix couples{4,
                               {0.258, 0.016, 0.035, 0.013, 0.012, 0.157, 0.058, 0.019, 0.013,
                                0.023, 0.306, 0.035, 0.005, 0.007, 0.024, 0.016}};
    CHECK(assortativity(couples).value() == near(0.621, 5e-4));
}

TEST_CASE("Roles of Gould and Fernandez are as counted by hand", "[algorithms]") {
    const auto graph = graph_of(4, {{0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 3}, {3, 0}}, true);
    const std::vector<std::uint32_t> groups{0, 0, 1, 1};
    const auto roles = brokerage(graph, groups, all_workers);
    CHECK(roles[0].consultant == 1);
    CHECK(roles[0].gatekeeper == 1);
    CHECK(roles[0].total() == 2);
    CHECK(roles[1].representative == 1);
    CHECK(roles[1].total() == 1);
    CHECK(roles[2].gatekeeper == 1);
    CHECK(roles[2].total() == 1);
    CHECK(roles[3].consultant == 1);
    CHECK(roles[3].representative == 1);
    CHECK(roles[3].total() == 2);
}

} // namespace lintas::algorithms
