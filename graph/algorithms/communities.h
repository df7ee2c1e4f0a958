// Communities that make modularity large: Louvain (Blondel et al. 2008) and Leiden (Traag, Waltman,
// van Eck 2019), whose communities always hang together.
//
// Invariant: the same graph and seed give the same communities. They are numbered from 0 in the
// order of their smallest vertices. Directions do not count.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/work.h"

#include <cstdint>
#include <vector>

namespace lintas::algorithms {

struct CommunityRules {
    double resolution = 1; // larger: smaller communities
    std::uint64_t seed = 0;
    int most_rounds = 10; // Leiden: times that all is gone over anew; Louvain goes over it once
};

struct Communities {
    std::vector<std::uint32_t> of; // by vertex
    std::uint32_t count = 0;
    double modularity = 0; // with the resolution
};

Communities louvain(const ProjectedGraph& graph, const CommunityRules& rules, const Work& work);
Communities leiden(const ProjectedGraph& graph, const CommunityRules& rules, const Work& work);

// Numbers communities from 0 in the order of their first members. Gives how many there are.
std::uint32_t renumber(std::vector<std::uint32_t>& communities);

} // namespace lintas::algorithms
