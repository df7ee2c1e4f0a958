// Which vertices hang together when directions do not count.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/work.h"

#include <vector>

namespace lintas::algorithms {

// The number of each vertex's component. Components are numbered from 0 in the order of their
// smallest vertices.
std::vector<Vertex> weak_components(const ProjectedGraph& graph, const Work& work);

} // namespace lintas::algorithms
