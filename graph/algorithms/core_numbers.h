// Core numbers: the largest k for which a vertex belongs to a part of the graph where every vertex
// has k neighbours (Batagelj, Zaversnik 2003). Directions and ties to oneself do not count.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/work.h"

#include <vector>

namespace lintas::algorithms {

std::vector<std::uint32_t> core_numbers(const ProjectedGraph& graph, const Work& work);

} // namespace lintas::algorithms
