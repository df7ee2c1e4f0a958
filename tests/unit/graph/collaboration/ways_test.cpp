// Ways under limits against all simple ways of small random networks.
#include "graph/collaboration/ways.h"

#include "random_seed.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>

using namespace lintas;
using namespace lintas::collaboration;

namespace {

// Institutions in three countries that meet in events of two to four.
Network random_network(std::mt19937_64& random, std::uint32_t actors, std::uint32_t events) {
    Network network;
    for (std::uint32_t at = 0; at < actors; ++at) {
        network.actors.push_back({NodeId{at}, ActorKind::Institution});
        network.actors.back().country = static_cast<CountryNumber>(random() % 3);
        network.affiliations.end_list();
    }
    network.last_year = 2025;
    for (std::uint32_t event = 0; event < events; ++event) {
        const auto year = static_cast<std::int32_t>(2015 + random() % 11);
        network.events.push_back(
            {NodeId{actors + event}, year, year, static_cast<EventKind>(random() % 2)});
        std::set<std::uint32_t> members;
        const auto size = 2 + random() % 3;
        while (members.size() < size) members.insert(static_cast<std::uint32_t>(random() % actors));
        for (const auto member : members)
            network.participations.items.push_back(
                {member, member, network.actors[member].country, RelationshipId{event}});
        network.participations.end_list();
    }
    return network;
}

struct Plain {
    std::vector<std::uint32_t> actors;
    std::vector<std::uint32_t> ties;
    double cost = 0;
    std::uint32_t crossings = 0;
};

// Walks over all simple ways, one tie after the other.
void walk(const TrustGraph& graph, std::uint32_t target, const WayLimits& limits, Plain way,
          std::vector<Plain>& found) {
    const auto last = way.actors.back();
    if (last == target) {
        if (way.crossings >= limits.fewest_crossings && way.crossings <= limits.most_crossings)
            found.push_back(way);
        return;
    }
    if (way.actors.size() > limits.most_ties) return;
    for (const auto tie : graph.ties_of(last)) {
        const auto next = graph.other_end(tie, last);
        if (std::ranges::find(way.actors, next) != way.actors.end()) continue;
        auto longer = way;
        longer.actors.push_back(next);
        longer.ties.push_back(tie);
        longer.cost += limits.by_trust ? graph.ties()[tie].cost() : 1;
        longer.crossings += graph.ties()[tie].crosses() ? 1 : 0;
        walk(graph, target, limits, std::move(longer), found);
    }
}

std::vector<Plain> all_ways(const TrustGraph& graph, std::uint32_t source, std::uint32_t target,
                            const WayLimits& limits) {
    std::vector<Plain> found;
    walk(graph, target, limits, {{source}, {}, 0, 0}, found);
    std::ranges::sort(found, {}, &Plain::cost);
    return found;
}

bool share(const Plain& left, const Plain& right, Disjointness disjoint) {
    const auto& ties = right.ties;
    if (disjoint == Disjointness::Edge)
        return std::ranges::any_of(left.ties, [&](std::uint32_t tie) {
            return std::ranges::find(ties, tie) != ties.end();
        });
    return left.ties == ties ||
           std::any_of(left.actors.begin() + 1, left.actors.end() - 1, [&](std::uint32_t actor) {
               return std::ranges::find(right.actors, actor) != right.actors.end();
           });
}

// How many ways that share nothing there are, at most k, and what they cost together at least.
struct Together {
    std::size_t ways = 0;
    double cost = 0;
};

Together best_together(const std::vector<Plain>& all, const WayLimits& limits, std::size_t begin,
                       std::vector<const Plain*>& chosen) {
    Together best{chosen.size(), 0};
    for (const auto* way : chosen) best.cost += way->cost;
    if (chosen.size() == limits.k) return best;
    for (auto at = begin; at < all.size(); ++at) {
        if (std::ranges::any_of(chosen, [&](const Plain* other) {
                return share(*other, all[at], limits.disjoint);
            }))
            continue;
        chosen.push_back(&all[at]);
        const auto found = best_together(all, limits, at + 1, chosen);
        chosen.pop_back();
        if (found.ways > best.ways || (found.ways == best.ways && found.cost < best.cost))
            best = found;
    }
    return best;
}

void check_disjoint(const TrustGraph& graph, const std::vector<Way>& found,
                    const WayLimits& limits) {
    std::set<std::uint32_t> ties;
    std::set<std::uint32_t> between;
    for (const auto& way : found) {
        CHECK(way.steps.size() <= limits.most_ties);
        CHECK(way.crossings >= limits.fewest_crossings);
        CHECK(way.crossings <= limits.most_crossings);
        for (std::size_t at = 0; at < way.steps.size(); ++at) {
            CHECK(ties.insert(way.steps[at].tie).second);
            CHECK(graph.other_end(way.steps[at].tie, way.actors[at]) == way.actors[at + 1]);
        }
        if (limits.disjoint == Disjointness::Edge) continue;
        for (std::size_t at = 1; at + 1 < way.actors.size(); ++at)
            CHECK(between.insert(way.actors[at]).second);
    }
}

} // namespace

TEST_CASE("The best ways under limits are the best of all simple ways", "[ways]") {
    const auto seed = testing::random_seed();
    INFO("seed " << seed);
    std::mt19937_64 random{seed};
    for (auto round = 0; round < 60; ++round) {
        const auto network = random_network(random, 9, 12);
        const TrustGraph graph{network, {}};
        WayLimits limits;
        limits.k = 1 + random() % 6;
        limits.by_trust = random() % 4 != 0;
        limits.most_ties = static_cast<std::uint32_t>(1 + random() % 5);
        limits.fewest_crossings = static_cast<std::uint32_t>(random() % 3);
        if (random() % 2 == 0)
            limits.most_crossings =
                limits.fewest_crossings + static_cast<std::uint32_t>(random() % 2);
        const auto source = static_cast<std::uint32_t>(random() % 9);
        const auto target = static_cast<std::uint32_t>((source + 1 + random() % 8) % 9);
        const auto expected = all_ways(graph, source, target, limits);
        const auto found = ways(graph, source, target, limits, algorithms::Unlimited{});
        REQUIRE(found.size() == std::min(limits.k, expected.size()));
        for (std::size_t at = 0; at < found.size(); ++at) {
            CHECK(found[at].cost == Approx(expected[at].cost).margin(1e-9));
            CHECK(found[at].steps.size() <= limits.most_ties);
            CHECK(found[at].crossings >= limits.fewest_crossings);
            CHECK(found[at].crossings <= limits.most_crossings);
            auto trust = 1.0;
            for (const auto& step : found[at].steps) trust *= graph.ties()[step.tie].trust();
            CHECK(found[at].trust == Approx(trust));
        }
    }
}

TEST_CASE("The trust of a tie is that of its formula", "[ways]") {
    Network network;
    for (std::uint32_t at = 0; at < 3; ++at) {
        network.actors.push_back({NodeId{at}, ActorKind::Institution});
        network.affiliations.end_list();
    }
    network.last_year = 2024;
    network.events = {{NodeId{3}, 2024, 2024, EventKind::Project},
                      {NodeId{4}, 2020, 2020, EventKind::Project}};
    for (const auto member : {0U, 1U, 2U})
        network.participations.items.push_back({member, member, no_country, RelationshipId{0}});
    network.participations.end_list();
    for (const auto member : {0U, 1U})
        network.participations.items.push_back({member, member, no_country, RelationshipId{1}});
    network.participations.items.back().is_inferred = true;
    network.participations.end_list();
    const TrustGraph graph{network, {}};
    REQUIRE(graph.ties().size() == 3);
    // One event of three this year, and one of two four years ago that nobody validated.
    CHECK(graph.ties()[0].strength == Approx(0.5 + 0.5 * 0.7));
    CHECK(graph.ties()[0].trust() == Approx(1 - std::exp(-0.85)));
    CHECK(graph.ties()[1].strength == Approx(0.5));
}

TEST_CASE("Disjoint ways are as many as there are, and the cheapest together", "[ways]") {
    const auto seed = testing::random_seed();
    INFO("seed " << seed);
    std::mt19937_64 random{seed};
    for (auto round = 0; round < 60; ++round) {
        INFO("round " << round);
        const auto network = random_network(random, 8, 9);
        const TrustGraph graph{network, {}};
        WayLimits limits;
        limits.k = 1 + random() % 4;
        limits.by_trust = random() % 4 != 0;
        limits.most_ties = static_cast<std::uint32_t>(2 + random() % 4);
        limits.fewest_crossings = static_cast<std::uint32_t>(random() % 2);
        if (random() % 2 == 0)
            limits.most_crossings =
                limits.fewest_crossings + static_cast<std::uint32_t>(random() % 2);
        for (const auto disjoint : {Disjointness::Edge, Disjointness::Vertex}) {
            limits.disjoint = disjoint;
            const auto all = all_ways(graph, 0, 7, limits);
            std::vector<const Plain*> chosen;
            const auto expected = best_together(all, limits, 0, chosen);
            const auto found = ways(graph, 0, 7, limits, algorithms::Unlimited{});
            check_disjoint(graph, found, limits);
            REQUIRE(found.size() == expected.ways);
            double cost = 0;
            for (const auto& way : found) cost += way.cost;
            CHECK(cost == Approx(expected.cost).margin(1e-9));
        }
    }
}

// The best way from 0 to 5 leads over the only tie between 1 and 4, and uses both ends of the
// detours: who takes it first finds no second one.
TEST_CASE("The best way does not hide two that share nothing", "[ways]") {
    Network network;
    for (std::uint32_t at = 0; at < 6; ++at) {
        network.actors.push_back({NodeId{at}, ActorKind::Institution});
        network.affiliations.end_list();
    }
    network.last_year = 2025;
    const std::pair<std::uint32_t, std::uint32_t> pairs[] = {{0, 1}, {1, 4}, {4, 5}, {0, 2},
                                                             {2, 4}, {1, 3}, {3, 5}};
    for (std::uint32_t event = 0; event < std::size(pairs); ++event) {
        const auto year = event < 3 ? 2025 : 2023; // what is older is trusted less
        network.events.push_back({NodeId{6 + event}, year, year, EventKind::Project});
        for (const auto member : {pairs[event].first, pairs[event].second})
            network.participations.items.push_back(
                {member, member, no_country, RelationshipId{event}});
        network.participations.end_list();
    }
    const TrustGraph graph{network, {}};
    WayLimits limits;
    limits.k = 2;
    CHECK(ways(graph, 0, 5, limits, algorithms::Unlimited{}).front().actors ==
          std::vector<std::uint32_t>{0, 1, 4, 5});
    for (const auto disjoint : {Disjointness::Edge, Disjointness::Vertex}) {
        limits.disjoint = disjoint;
        const auto found = ways(graph, 0, 5, limits, algorithms::Unlimited{});
        REQUIRE(found.size() == 2);
        CHECK(found[0].actors == std::vector<std::uint32_t>{0, 1, 3, 5});
        CHECK(found[1].actors == std::vector<std::uint32_t>{0, 2, 4, 5});
    }
}
