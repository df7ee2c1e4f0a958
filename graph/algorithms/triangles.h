// Triangles, and how closely the neighbours of a vertex are tied with each other.
//
// Invariant: ties to oneself do not count. Of a directed graph, two vertices are neighbours if they
// are tied either way.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/workers.h"

#include <cstdint>
#include <vector>

namespace lintas::algorithms {

struct Triangles {
    std::vector<std::uint64_t> at; // how many triangles each vertex is in
    // The share of the ties that could be between the neighbours of a vertex: of the pairs, and in
    // a directed graph of the ordered pairs (Watts, Strogatz 1998). 0 with fewer than two
    // neighbours.
    std::vector<double> clustering;
    std::uint64_t total = 0;
    double average_clustering = 0;
    double transitivity = 0; // 3 x triangles by pairs of ties at one vertex
};

Triangles triangles(const ProjectedGraph& graph, const Workers& workers);

} // namespace lintas::algorithms
