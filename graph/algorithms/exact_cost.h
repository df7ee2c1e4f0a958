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

// The finest step in which no way of a graph comes near the largest number.
class ExactCosts {
public:
    explicit ExactCosts(const ProjectedGraph& graph) {
        double most = 1;
        for (Vertex v = 0; v < graph.size(); ++v)
            for (const auto weight : graph.out().weights(v)) most = std::max(most, weight);
        scale_ = std::exp2(std::floor(largest_power - std::log2(most * (graph.size() + 1.0))));
    }

    std::int64_t of(double cost) const { return std::llround(cost * scale_); }

private:
    static constexpr double largest_power = 61;

    double scale_ = 1;
};

} // namespace lintas::algorithms
