// The k cheapest ways from one vertex to another that visit no vertex twice (Yen 1971).
//
// Invariant: ways come in the order of comes_before(), and the same data gives the same ways.
#pragma once

#include "graph/algorithms/ranked_path.h"
#include "graph/algorithms/work.h"

#include <cstddef>
#include <vector>

namespace lintas::algorithms {

// Fewer than k where there are no more. From a vertex to itself there is one way, of no ties.
// Weights are costs; without weights each tie costs 1.
std::vector<RankedPath> shortest_paths(const ProjectedGraph& graph, Vertex source, Vertex target,
                                       std::size_t k, const Work& work);

} // namespace lintas::algorithms
