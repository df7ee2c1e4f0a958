// Least costs to all vertices (Boost's Dijkstra). Weights are costs.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/work.h"

#include <limits>
#include <vector>

namespace lintas::algorithms {

inline constexpr double no_cost = std::numeric_limits<double>::infinity();

// The least cost of a way from the source to each vertex along the ties' directions; infinite where
// there is none. Without weights each tie costs 1.
std::vector<double> dijkstra(const ProjectedGraph& graph, Vertex source, const Work& work);

} // namespace lintas::algorithms
