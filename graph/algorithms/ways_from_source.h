// The shortest ways from one vertex, counted: what Brandes' algorithm sums up.
//
// Invariant: costs are greater than 0. An object is used by one thread, for one source
// after the other.
#pragma once

#include "graph/algorithms/projected_graph.h"

#include <cstdint>
#include <queue>
#include <span>
#include <utility>
#include <vector>

namespace lintas::algorithms {

class WaysFromSource {
public:
    // The graph outlives this.
    explicit WaysFromSource(const ProjectedGraph& graph);

    void search(Vertex source);
    // Adds to values[v] what v is worth between the source and all others.
    void add_dependencies(std::span<double> values);

private:
    using Entry = std::pair<double, Vertex>;

    void search_by_ties(Vertex source);
    void search_by_costs(Vertex source);

    const ProjectedGraph& graph_;
    std::vector<double> ways_;
    std::vector<double> distance_;     // where ties have costs
    std::vector<std::uint32_t> level_; // where they have none
    std::vector<Vertex> order_;
    std::vector<double> share_; // (1 + dependency) / ways
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

} // namespace lintas::algorithms
