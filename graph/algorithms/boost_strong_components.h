// Which vertices reach each other along directed ties (Tarjan 1972), by Boost.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/work.h"

#include <vector>

namespace lintas::algorithms {

// The number of each vertex's component, from 0 in the order of their smallest vertices.
std::vector<std::uint32_t> strong_components(const ProjectedGraph& graph, const Work& work);

} // namespace lintas::algorithms
