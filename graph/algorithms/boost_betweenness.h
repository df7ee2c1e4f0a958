// Exact betweenness by Boost, in one thread: for small graphs.
#pragma once

#include "graph/algorithms/projected_graph.h"

#include <vector>

namespace lintas::algorithms {

// As betweenness() of betweenness.h. Cannot be interrupted.
std::vector<double> boost_betweenness(const ProjectedGraph& graph);

} // namespace lintas::algorithms
