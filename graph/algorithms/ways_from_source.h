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
    // How many arcs the rows of a part of order_ have.
    std::uint64_t arcs_of(const Adjacency& rows, std::size_t begin, std::size_t end) const;
    // One level further: along the ties of the level before, or from all that was not reached back
    // to that level, whichever has fewer ties to look at.
    void reach_from(std::size_t begin, std::size_t end, std::uint32_t next);
    void reach_back(std::uint32_t next);
    // Sets share_ on a level to the sum of the shares one level deeper that are tied to it.
    void sum_shares(std::uint32_t level);
    void add_dependencies_by_costs(std::span<double> values);
    // For the vertex at that place of order_, with the sum of the shares behind it.
    void add_dependency(std::size_t at, double shares, std::span<double> values);

    const ProjectedGraph& graph_;
    std::vector<double> ways_;
    std::vector<double> distance_;     // where ties have costs
    std::vector<std::uint32_t> level_; // where they have none
    std::vector<Vertex> order_;
    std::vector<std::size_t> begins_; // of each level in order_, then its end; without costs
    std::vector<double> share_;       // (1 + dependency) / ways
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

} // namespace lintas::algorithms
