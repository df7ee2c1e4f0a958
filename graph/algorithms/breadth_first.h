// How many ties away vertices are, breadth first. Where a large part of the graph is at the border
// of the search, the vertices that were not reached look for it instead (Beamer, Asanovic,
// Patterson 2012: direction-optimizing breadth-first search).
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/work.h"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace lintas::algorithms {

inline constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

// The least number of ties from any of the sources to each vertex, along their directions;
// `unreached` where there is no way, or none of at most `most` ties.
std::vector<std::uint32_t> breadth_first(const ProjectedGraph& graph,
                                         std::span<const Vertex> sources, const Work& work,
                                         std::uint32_t most = unreached - 1);

} // namespace lintas::algorithms
