// How near a vertex is to the others (Bavelas 1950; harmonic: Marchiori, Latora 2000).
//
// Invariant: values do not depend on the number of threads.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/workers.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lintas::algorithms {

// What a vertex reaches along its ties.
struct Reach {
    std::uint64_t vertices = 0; // besides itself
    double distance = 0;        // the sum of the ways to them
    double harmonic = 0;        // the sum of 1 / way

    // vertices / distance; 0 where nothing is reached.
    double closeness() const { return distance > 0 ? static_cast<double>(vertices) / distance : 0; }
};

// Of each source in turn. Weights are costs; without weights ways are as long as they have ties.
std::vector<Reach> reach_of(const ProjectedGraph& graph, std::span<const Vertex> sources,
                            const Workers& workers);
std::vector<Reach> reach_of_all(const ProjectedGraph& graph, const Workers& workers);

} // namespace lintas::algorithms
