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
        longer.cost += limits.by_trust ? graph.ties()[tie].cost() : 1;
        longer.crossings += graph.ties()[tie].crosses() ? 1 : 0;
        walk(graph, target, limits, std::move(longer), found);
    }
}

std::vector<Plain> all_ways(const TrustGraph& graph, std::uint32_t source, std::uint32_t target,
                            const WayLimits& limits) {
    std::vector<Plain> found;
    walk(graph, target, limits, {{source}, 0, 0}, found);
    std::ranges::sort(found, {}, &Plain::cost);
    return found;
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

TEST_CASE("Disjoint ways share no tie, or nobody between", "[ways]") {
    const auto seed = testing::random_seed();
    INFO("seed " << seed);
    std::mt19937_64 random{seed};
    for (auto round = 0; round < 40; ++round) {
        const auto network = random_network(random, 10, 16);
        const TrustGraph graph{network, {}};
        for (const auto disjoint : {Disjointness::Edge, Disjointness::Vertex}) {
            WayLimits limits;
            limits.k = 4;
            limits.disjoint = disjoint;
            const auto found = ways(graph, 0, 9, limits, algorithms::Unlimited{});
            std::set<std::uint32_t> ties;
            std::set<std::uint32_t> between;
            for (const auto& way : found) {
                for (const auto& step : way.steps) CHECK(ties.insert(step.tie).second);
                if (disjoint == Disjointness::Edge) continue;
                for (const auto actor : way.actors)
                    if (actor != 0 && actor != 9) CHECK(between.insert(actor).second);
            }
        }
    }
}
