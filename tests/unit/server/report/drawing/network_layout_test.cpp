#include "server/report/drawing/network_layout.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace lintas::report;

namespace {

double distance(const Spot& one, const Spot& other) {
    return std::hypot(one.x - other.x, one.y - other.y);
}

// Two groups of four, each complete, and one tie between them.
const std::vector<std::pair<std::size_t, std::size_t>> ties = {
    {0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}, {4, 5},
    {4, 6}, {4, 7}, {5, 6}, {5, 7}, {6, 7}, {3, 4}};
const std::vector<double> strengths(13, 2.0);

} // namespace

TEST_CASE("The same network is laid out the same", "[layout]") {
    const auto once = layout(8, ties, strengths);
    const auto again = layout(8, ties, strengths);
    for (std::size_t at = 0; at < 8; ++at) CHECK(distance(once[at], again[at]) == 0);
}

TEST_CASE("Places lie in the unit square and none falls on another", "[layout]") {
    const auto spots = layout(8, ties, strengths);
    for (std::size_t one = 0; one < 8; ++one) {
        CHECK(spots[one].x >= 0);
        CHECK(spots[one].x <= 1);
        CHECK(spots[one].y >= 0);
        CHECK(spots[one].y <= 1);
        for (std::size_t other = one + 1; other < 8; ++other)
            CHECK(distance(spots[one], spots[other]) > 0.02);
    }
}

TEST_CASE("Those who are tied lie nearer than those who are not", "[layout]") {
    const auto spots = layout(8, ties, strengths);
    double within = 0;
    double between = 0;
    for (std::size_t one = 0; one < 4; ++one)
        for (std::size_t other = 0; other < 4; ++other) {
            within += distance(spots[one], spots[other]) / 12;
            between += distance(spots[one], spots[4 + other]) / 16;
        }
    CHECK(within < between);
}

TEST_CASE("Networks without ties, with one node, or with none can be laid out", "[layout]") {
    CHECK(layout(0, {}, {}).empty());
    CHECK(layout(1, {}, {}).size() == 1);
    CHECK(layout(5, {}, {}).size() == 5);
}
