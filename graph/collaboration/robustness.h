// Whose loss cuts a country off: how many foreign institutions a country's own reach, and how many
// they would reach without one of them all.
//
// Invariant: loss(v, c) = 1 - R_c(G - v) / R_c(G), R_c the foreign units that the units of c reach.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/work.h"
#include "graph/collaboration/counted.h"

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

// Where a graph is weak, whoever asks.
struct WeakTies {
    std::vector<algorithms::Vertex> articulation_points; // ascending
    // Each tie that holds the graph together, from both of its ends; ascending.
    std::vector<std::pair<algorithms::Vertex, algorithms::Vertex>> bridges;
    std::vector<std::uint32_t> cores;
};

WeakTies weak_ties(const algorithms::ProjectedGraph& graph, const algorithms::Work& work);
// Of the ties of such a projection; shared as it is.
std::shared_ptr<const WeakTies>
weak_ties_of(const Snapshot& snapshot, const CountedPointer& counted, const algorithms::Work& work);

// `home` are the country's own vertices, `abroad` is 1 for those that count as reached.
Robustness robustness(const algorithms::ProjectedGraph& graph, const WeakTies& weak,
                      std::span<const algorithms::Vertex> home,
                      std::span<const std::uint8_t> abroad, const algorithms::Work& work);

} // namespace lintas::collaboration
