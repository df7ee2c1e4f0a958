// What a node or a relationship is besides its id, with names in place of numbers.
//
// Invariant: labels are in the store's order, properties in the order of their names.
#pragma once

#include "graph/store.h"
#include "graph/value.h"

#include <string>
#include <vector>

namespace lintas::server {

std::vector<std::string> label_names(NodeId node, const Snapshot& graph);
Map properties_of(NodeId node, const Snapshot& graph);
Map properties_of(RelationshipId relationship, const Snapshot& graph);

struct RelationshipFace {
    std::string type;
    NodeId source{};
    NodeId target{};
};

RelationshipFace face_of(RelationshipId relationship, const Snapshot& graph);

// A path's entities in the order of the walk: node, relationship, node, ...
List walk(const Path& path);

} // namespace lintas::server
