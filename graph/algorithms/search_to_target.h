// The cheapest way to a fixed target with parts of the graph left out: the step of Yen's algorithm.
//
// Invariant: of the cheapest ways it finds the one that comes first by comes_before(). An object is
// used by one thread, for one search after the other.
#pragma once

#include "graph/algorithms/exact_cost.h"
#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/work.h"

#include <cstdint>
#include <optional>
#include <queue>
#include <span>
#include <vector>

namespace lintas::algorithms {

class SearchToTarget {
public:
    // All of it outlives this.
    SearchToTarget(const ProjectedGraph& graph, const ExactCosts& costs, Vertex target,
                   const Work& work);

    // From `source` to the target, without the vertices `banned` and without the ties from the
    // source to `banned_next`. The vertices after the source, if there is a way.
    std::optional<std::vector<Vertex>> find(Vertex source, std::span<const Vertex> banned,
                                            std::span<const Vertex> banned_next);

private:
    struct Entry {
        CostAndTies left;
        Vertex vertex;
        bool operator>(const Entry& other) const { return left > other.left; }
    };

    bool search_back(Vertex source, std::span<const Vertex> banned_next);
    void relax(Vertex vertex, const CostAndTies& left);
    std::vector<Vertex> walk(Vertex source, std::span<const Vertex> banned_next) const;

    const ProjectedGraph& graph_;
    const ExactCosts& costs_;
    Vertex target_;
    const Work& work_;
    std::vector<CostAndTies> left_; // to the target
    std::vector<Vertex> touched_;
    std::vector<std::uint8_t> is_banned_;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

} // namespace lintas::algorithms
