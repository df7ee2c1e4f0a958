// One state of the memory store's graph: plain records, and the changes that a transaction makes
// to them.
//
// Invariant: ids are positions in the tables; a deleted entity stays as a record that does not
// exist, so its id is never given again. Every relationship that exists stands in the adjacency of
// both its ends, sorted by neighbour, then by relationship.
#pragma once

#include "graph/copy_on_write_table.h"
#include "graph/ids.h"
#include "graph/schema.h"
#include "graph/statistics.h"
#include "graph/store.h"
#include "graph/symbols.h"
#include "graph/value.h"

#include <map>
#include <vector>

namespace lintas {

using Properties = std::map<KeyId, Value>;

// The relationships of one node, type and direction; both lists have the same size.
struct MemoryAdjacency {
    std::vector<NodeId> neighbours;
    std::vector<RelationshipId> relationships;
};

struct MemoryNode {
    bool exists = true;
    LabelSet labels;
    Properties properties;
    std::map<TypeId, MemoryAdjacency> outgoing;
    std::map<TypeId, MemoryAdjacency> incoming;
};

// The ends of a deleted relationship remain known.
struct MemoryRelationship {
    bool exists = true;
    RelationshipEnds ends;
    Properties properties;
};

class MemoryGraph {
public:
    Symbols symbols;
    Schema schema;

    const CopyOnWriteTable<MemoryNode>& nodes() const { return nodes_; }
    const CopyOnWriteTable<MemoryRelationship>& relationships() const { return relationships_; }

    bool exists(NodeId node) const;
    bool exists(RelationshipId relationship) const;

    // These throw EntityNotFound for an entity that does not exist.
    const MemoryNode& at(NodeId node) const;
    const MemoryRelationship& at(RelationshipId relationship) const;
    MemoryNode& change(NodeId node);
    MemoryRelationship& change(RelationshipId relationship);
    NodeId add_node(std::span<const LabelId> labels);
    RelationshipId add_relationship(RelationshipEnds ends);
    void remove(RelationshipId relationship);
    // ConstraintVerificationFailed DeleteConnectedNode if relationships are left.
    void remove(NodeId node);

    // Counted afresh.
    Statistics count() const;

private:
    CopyOnWriteTable<MemoryNode> nodes_;
    CopyOnWriteTable<MemoryRelationship> relationships_;
};

} // namespace lintas
