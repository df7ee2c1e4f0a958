// Whose loss cuts a country off: how many foreign institutions a country's own reach, and how many
// they would reach without one of them all.
//
// Invariant: loss(v, c) = 1 - R_c(G - v) / R_c(G), R_c the foreign units that the units of c reach.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/work.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace lintas::collaboration {

struct Weakness {
    algorithms::Vertex vertex = 0;
    bool is_articulation = false;
    std::uint32_t core = 0;
    double loss = 0;
    std::vector<algorithms::Vertex> bridges; // the other ends of ties that hold the graph together
};

struct Robustness {
    std::uint64_t reach = 0;        // R_c(G)
    std::vector<Weakness> vertices; // all vertices with ties
};

// `home` are the country's own vertices, `abroad` is 1 for those that count as reached.
Robustness robustness(const algorithms::ProjectedGraph& graph,
                      std::span<const algorithms::Vertex> home,
                      std::span<const std::uint8_t> abroad, const algorithms::Work& work);

} // namespace lintas::collaboration
