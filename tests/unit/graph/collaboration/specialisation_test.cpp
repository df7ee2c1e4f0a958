// Published examples of specialisation: a table of three countries, and the network of four of
// Hidalgo and Hausmann (2009).
#include "graph/collaboration/indicators.h"
#include "graph/collaboration/specialisation.h"

#include <catch2/catch.hpp>

using namespace lintas::collaboration;

namespace {

Presence hidalgo_hausmann() { return {4, {1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1}}; }

void check_all(const std::vector<std::optional<double>>& found, std::vector<double> expected) {
    REQUIRE(found.size() == expected.size());
    for (std::size_t at = 0; at < expected.size(); ++at) {
        REQUIRE(found[at]);
        CHECK(*found[at] == Approx(expected[at]).margin(1e-6));
    }
}

} // namespace

TEST_CASE("Revealed advantage compares shares", "[specialisation]") {
    const auto counts = topic_counts({{6, 3, 1}, {4, 27, 9}, {10, 30, 110}});
    const double expected[3][3] = {{6, 1, 1.0 / 6}, {1, 2.25, 0.375}, {2.0 / 3, 2.0 / 3, 11.0 / 9}};
    for (std::uint32_t unit = 0; unit < 3; ++unit)
        for (std::uint32_t topic = 0; topic < 3; ++topic)
            CHECK(advantage(counts, unit, topic) == Approx(expected[unit][topic]));
    CHECK(symmetric_advantage(6) == Approx(0.7143).epsilon(1e-3));
    CHECK(symmetric_advantage(2.25) == Approx(0.3846).epsilon(1e-3));
    CHECK(symmetric_advantage(11.0 / 9) == Approx(0.1));
    const auto have = presence(counts, 20);
    CHECK_FALSE(have.at(0, 0)); // ten mentions are below the floor
    CHECK(have.at(1, 1));
    CHECK_FALSE(have.at(1, 2));
}

TEST_CASE("Diversity, ubiquity and what follows are those that were published",
          "[specialisation]") {
    const auto found = complexity(hidalgo_hausmann());
    CHECK(found.diversity == std::vector<double>{4, 1, 2, 1});
    CHECK(found.ubiquity == std::vector<double>{1, 2, 2, 3});
    check_all(found.unit_1, {2, 2, 2.5, 3});
    check_all(found.unit_2, {2.958333, 2.5, 2.666667, 2.333333});
    check_all(found.topic_1, {4, 2.5, 3, 2.333333});
    check_all(found.topic_2, {2, 2, 2.25, 2.5});
}

TEST_CASE("The complexity index is the second eigenvector", "[specialisation]") {
    const auto found = complexity_index(hidalgo_hausmann());
    CHECK(found.eigenvalue == Approx(0.5421337).epsilon(1e-6));
    check_all(found.units, {-0.075353, -1.602916, 0.747788, 0.930481});
}

TEST_CASE("Proximity divides by the larger number", "[specialisation]") {
    const Proximity near{hidalgo_hausmann()};
    CHECK(near.of(0, 1) == Approx(0.5));
    CHECK(near.of(0, 2) == Approx(0.5));
    CHECK(near.of(0, 3) == Approx(1.0 / 3));
    CHECK(near.of(1, 2) == Approx(0.5));
    CHECK(near.of(1, 3) == Approx(1.0 / 3));
    CHECK(near.of(2, 3) == Approx(2.0 / 3));
    CHECK(near.of(3, 2) == near.of(2, 3));
    // Of what is near the first topic, the third unit has the third and the fourth.
    CHECK(density(hidalgo_hausmann(), near.row(0), 2, 0) ==
          Approx((0.5 + 1.0 / 3) / (1 + 1.0 / 3)));
}
