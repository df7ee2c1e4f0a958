// What a group of vertices no longer reaches when one vertex is taken away, for each vertex.
//
// Invariant: one depth-first search finds all of it, so that it takes no longer than to read the
// graph.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/work.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lintas::collaboration {

struct Separation {
    std::uint64_t reach = 0; // counted vertices that are reached
    // For each vertex: how many counted vertices are not reached without it, itself among them.
    std::vector<std::uint64_t> lost;
};

// `from` is the group, `counted` is 1 for vertices that count. The graph is undirected.
Separation separation(const algorithms::ProjectedGraph& graph,
                      std::span<const algorithms::Vertex> from,
                      std::span<const std::uint8_t> counted, const algorithms::Work& work);

} // namespace lintas::collaboration
