#include "graph/algorithms/ascending_ties.h"

#include <numeric>

namespace lintas::algorithms {

AscendingTies ascending_ties(const ProjectedGraph& graph) {
    AscendingTies ties;
    ties.vertex_at.resize(graph.size());
    std::iota(ties.vertex_at.begin(), ties.vertex_at.end(), Vertex{0});
    std::ranges::stable_sort(ties.vertex_at, {}, [&](Vertex v) { return graph.out().degree(v); });
    std::vector<Vertex> rank(graph.size());
    for (Vertex r = 0; r < graph.size(); ++r) rank[ties.vertex_at[r]] = r;
    ties.first.push_back(0);
    ties.ends.reserve(graph.out().arcs() / 2 + 1);
    for (Vertex r = 0; r < graph.size(); ++r) {
        for (const auto neighbour : graph.out().row(ties.vertex_at[r]))
            if (rank[neighbour] > r) ties.ends.push_back(rank[neighbour]);
        ties.first.push_back(ties.ends.size());
    }
    return ties;
}

} // namespace lintas::algorithms
