// A way through a graph, and which of two comes first.
#pragma once

#include "graph/algorithms/projected_graph.h"

#include <cstdint>
#include <vector>

namespace lintas::algorithms {

// A walk along ties that visits no vertex twice.
struct RankedPath {
    std::vector<Vertex> vertices;
    double cost = 0;             // of the ties in their order
    std::int64_t exact_cost = 0; // the same as exact_cost.h has it, to compare by

    std::size_t ties() const { return vertices.size() - 1; }
};

// The cheaper one comes first, then the one with fewer ties, then the one with the smaller vertices
// from the front: the same data gives the same order.
inline bool comes_before(const RankedPath& left, const RankedPath& right) {
    if (left.exact_cost != right.exact_cost) return left.exact_cost < right.exact_cost;
    if (left.ties() != right.ties()) return left.ties() < right.ties();
    return left.vertices < right.vertices;
}

} // namespace lintas::algorithms
