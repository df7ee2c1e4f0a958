// What holds a graph together alone: articulation points, bridges, and the blocks between them, by
// one search in depth (Hopcroft, Tarjan 1973). Directions do not count.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/work.h"

#include <utility>
#include <vector>

namespace lintas::algorithms {

struct WeakPoints {
    // Vertices without which their component falls apart, ascending.
    std::vector<Vertex> articulation_points;
    // Ties without which their component falls apart: a block of one tie. Smaller end first,
    // ascending.
    std::vector<std::pair<Vertex, Vertex>> bridges;
    // The parts that no single vertex cuts, each with its vertices ascending; blocks are ordered
    // by their vertices. An isolated vertex is in none.
    std::vector<std::vector<Vertex>> blocks;
};

WeakPoints weak_points(const ProjectedGraph& graph, const Work& work);

} // namespace lintas::algorithms
