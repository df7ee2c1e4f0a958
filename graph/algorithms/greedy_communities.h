// Communities by joining, again and again, the two whose union gains most modularity, until none
// does (Clauset, Newman, Moore 2004). Louvain and Leiden find better ones; this is what older work
// is compared with.
//
// Invariant: the same graph gives the same communities, numbered as in communities.h. Directions do
// not count.
#pragma once

#include "graph/algorithms/communities.h"

namespace lintas::algorithms {

// Only the resolution of the rules is looked at.
Communities greedy_communities(const ProjectedGraph& graph, const CommunityRules& rules,
                               const Work& work);

} // namespace lintas::algorithms
