// Costs as whole numbers, so that a sum does not depend on the order of its parts, and ways of
// equal cost are found to be equal.
#pragma once

#include "graph/algorithms/projected_graph.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstdint>
#include <limits>

namespace lintas::algorithms {

// What is left of a way: first its cost counts, then its number of ties.
struct CostAndTies {
    std::int64_t cost = 0;
    std::uint32_t ties = 0;

    auto operator<=>(const CostAndTies&) const = default;
};

inline constexpr CostAndTies no_way{std::numeric_limits<std::int64_t>::max(), 0};

// Steps so fine that what a double can tell apart in the cost of the longest way is told apart, and
// so coarse that no way's cost comes near the largest number, also when vertices are visited anew
// a thousand times.
class ExactCosts {
public:
    explicit ExactCosts(const ProjectedGraph& graph) {
        double longest = 1; // a way leaves each vertex once
        for (Vertex v = 0; v < graph.size(); ++v) {
            double most = graph.is_weighted() ? 0 : 1;
            for (const auto weight : graph.out().weights(v)) most = std::max(most, weight);
            longest += most;
        }
        longest = std::min(longest, std::numeric_limits<double>::max());
        scale_ = std::exp2(steps_power - std::ceil(std::log2(longest)));
    }

    std::int64_t of(double cost) const { return std::llround(cost * scale_); }

private:
    static constexpr double steps_power = 52;

    double scale_ = 1;
};

} // namespace lintas::algorithms
