// What commits, and the writes of a running transaction, have touched: created, changed in its
// labels or properties, or deleted. Indexes learn from it what to look at again.
#pragma once

#include "graph/ids.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lintas {

// In the order of the writes; an entity may appear again.
struct Touched {
    std::vector<NodeId> nodes;
    std::vector<RelationshipId> relationships;

    // Every write counts, since a mark may stand between two of the same entity.
    void add(NodeId node) { nodes.push_back(node); }
    void add(RelationshipId relationship) { relationships.push_back(relationship); }
    std::size_t size() const { return nodes.size() + relationships.size(); }
};

// How far somebody knows: all commits up to a version, and of a transaction's own writes as many.
struct TouchedMark {
    std::uint64_t version = 0;
    std::size_t nodes = 0;
    std::size_t relationships = 0;

    bool operator==(const TouchedMark&) const = default;
};

} // namespace lintas
