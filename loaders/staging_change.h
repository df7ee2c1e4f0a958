// What a Staging changes of the graph that a store holds already, found by comparing the two, so
// that a load that changes little can be written as a transaction.
//
// Invariant: reads the Staging and the old graph, which outlive it and do not change meanwhile.
#pragma once

#include "loaders/load_report.h"
#include "loaders/staging.h"

#include <cstddef>
#include <vector>

namespace lintas::loaders {

class StagingChange {
public:
    // REQUIRES: the staging has an old graph.
    explicit StagingChange(const Staging& staging);

    // Entities that are made, changed or deleted.
    std::size_t size() const;
    // Writes it. REQUIRES: the transaction began on the state that is the old graph.
    void write(Transaction& transaction);

    ChangeReport report() const;

private:
    using Numbers = std::vector<std::size_t>;

    void compare_nodes();
    void compare_relationships();
    bool has_changed(const Staging::Node& node) const;
    bool has_moved(const Staging::Relationship& relationship) const;
    template <typename Id> bool has_changed(const StagedProperties& properties, Id old) const;

    void write_node(const Staging::Node& node, NodeId id, Transaction& transaction) const;
    template <typename Id>
    void write_properties(const StagedProperties& properties, Id id,
                          Transaction& transaction) const;
    // The node in the store that a staged node is; those that are new have theirs once written.
    NodeId id_of(StagedNode node) const;

    const Staging& staging_;
    const Snapshot& old_;
    Numbers new_nodes_;
    Numbers changed_nodes_;
    Numbers deleted_nodes_;
    Numbers new_relationships_;
    Numbers changed_relationships_;
    Numbers deleted_relationships_; // a relationship that has other ends is deleted and made anew
    std::vector<NodeId> ids_;       // by staged node
};

} // namespace lintas::loaders
