// Pairs of vertices so that none is in two of them and their ties weigh most together (Edmonds
// 1965), by Boost: who is to be brought together with whom.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/work.h"

#include <utility>
#include <vector>

namespace lintas::algorithms {

// The work grows with the third power of the vertices.
inline constexpr Vertex most_matched_vertices = 2000;

struct Matching {
    std::vector<std::pair<Vertex, Vertex>> pairs; // smaller vertex first, ascending
    double weight = 0;
};

// Of all such pairs those of the largest sum of weights; without weights as many pairs as can be.
// Argument error for a graph of more than most_matched_vertices that have ties.
Matching matching(const ProjectedGraph& graph, const Work& work);

} // namespace lintas::algorithms
