// The units of a projection as a graph: those with joint events are tied.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/collaboration/counts.h"

namespace lintas::collaboration {

enum class TieWeight : std::uint8_t { None, Joint, ByPartner };

// Vertex v is unit v of the projection; undirected.
algorithms::ProjectedGraph tie_graph(const Projection& projection, const Counts& counts,
                                     TieWeight weight);

} // namespace lintas::collaboration
