// Copies what a load does not touch from the old graph to the new one, batch by batch.
//
// Invariant: nodes come before relationships; every relationship that is copied has both its ends
// mapped: to copies, or to nodes that map() names.
#pragma once

#include "graph/bulk_load.h"
#include "graph/store.h"

#include <map>
#include <vector>

namespace lintas::loaders {

class CarryOver {
public:
    CarryOver(const Snapshot& old, BulkLoad& target);

    // These are not copied.
    void leave_out(NodeId node);
    void leave_out(RelationshipId relationship);

    void add_nodes();
    // The new node that stands for a node that was left out.
    void map(NodeId old, NodeId now);
    void add_relationships();

private:
    void add_nodes(const LabelSet& labels, const Nodes& nodes);
    void add_relationships(TypeId type, const Relationships& relationships);
    template <typename Id> std::vector<PropertyColumn> columns(const std::vector<Id>& ids) const;

    const Snapshot& old_;
    BulkLoad& target_;
    std::vector<KeyId> keys_;         // of the target, by the old graph's
    std::vector<NodeId> now_;         // by old node
    std::vector<bool> nodes_;         // left out
    std::vector<bool> relationships_; // left out
};

} // namespace lintas::loaders
