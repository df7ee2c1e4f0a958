// Do two groups of vertices hang together by nothing, by one vertex alone, or by more? What
// algorithms::connectivity() counts, up to two, which takes two searches.
#pragma once

#include "graph/algorithms/projected_graph.h"

#include <optional>
#include <span>

namespace lintas::collaboration {

struct Junction {
    int ways = 0; // that share no vertex, ends included: 0, 1, or 2 for two or more
    // Where there is one way: a vertex, nearest to the second group, without which there is none.
    std::optional<algorithms::Vertex> vertex;
};

// REQUIRES: no vertex is in both groups.
Junction junction(const algorithms::ProjectedGraph& graph, std::span<const algorithms::Vertex> left,
                  std::span<const algorithms::Vertex> right);

} // namespace lintas::collaboration
