// The graph that a store holds already, seen by the loader that adds to it: its nodes by the keys
// of Staging.
//
// Invariant: reads one snapshot, which outlives this. Where several nodes have one key the first
// counts.
#pragma once

#include "graph/store.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lintas::loaders {

struct OldRelationship {
    RelationshipId id{};
    NodeId target{};
};

class OldGraph {
public:
    // Knows the keys of all that the loaders of registries make.
    explicit OldGraph(const Snapshot& snapshot);

    const Snapshot& snapshot() const { return snapshot_; }

    // From now on a node of the label (any without one) is found by `prefix` and its property's
    // text; an integer's text is its digits.
    void add_keys(std::string_view label, std::string_view property, std::string_view prefix);
    std::optional<NodeId> find(std::string_view key) const;
    // All relationships of the type that begin at the node, in order.
    std::vector<OldRelationship> outgoing(NodeId node, std::string_view type) const;
    // The nodes that such relationships come from to the node.
    std::vector<NodeId> sources(NodeId node, std::string_view type) const;

private:
    const Snapshot& snapshot_;
    std::unordered_map<std::string, NodeId> nodes_;
    std::set<std::string> known_; // what add_keys() was called with
};

} // namespace lintas::loaders
