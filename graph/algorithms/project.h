// Takes the part of a store's graph that an algorithm is to work on: the nodes of some labels with
// the relationships of some types.
//
// Invariant: vertices are in the order of node ids, so the same data gives the same graph, whatever
// the number of threads. Rows that the store holds in the right form (one type, one direction, no
// weights, no parallel relationships, all nodes) are lent by it and not copied.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/workers.h"
#include "graph/store.h"

#include <memory>
#include <optional>
#include <vector>

namespace lintas::algorithms {

// Both: relationships have no direction. Outgoing and Incoming: ties run from source to target, or
// against that.
enum class TieDirection { Both, Outgoing, Incoming };

struct Projection {
    std::vector<LabelId> labels; // a node has one of them; empty: all nodes
    std::vector<TypeId> types;   // empty: all types
    TieDirection direction = TieDirection::Both;
    std::optional<KeyId> weight; // a relationship without the property weighs 1
    Merging merging = Merging::Sum;
};

// `snapshot` lives as long as the graph. Throws Type for a weight that is no number, Argument for
// one that is negative or not finite.
ProjectedGraph project(const Snapshot& snapshot, const Projection& projection,
                       const Workers& workers);

} // namespace lintas::algorithms
