// A graph in the plainest form: what a snapshot is expected to show.
//
// Invariant: the ends of every relationship are among the nodes. No property is null.
#pragma once

#include "graph/ids.h"
#include "graph/store.h"
#include "graph/value.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace lintas::conformance {

using ExpectedProperties = std::map<std::string, Value>;

struct ExpectedNode {
    std::set<std::string> labels;
    ExpectedProperties properties;
};

struct ExpectedRelationship {
    NodeId source{};
    std::string type;
    NodeId target{};
    ExpectedProperties properties;
};

struct ExpectedGraph {
    std::map<NodeId, ExpectedNode> nodes;
    std::map<RelationshipId, ExpectedRelationship> relationships;
};

// What went into a bulk load, which tells the ids of nodes only.
struct LoadedGraph {
    std::map<NodeId, ExpectedNode> nodes;
    std::vector<ExpectedRelationship> relationships;
};

// The property that numbers the loaded relationships; those without it are told by their ends.
inline constexpr const char* serial_key = "serial";

// The loaded graph with the relationship ids that the store gave. Fails the test where a
// relationship is missing, twice there, or was never loaded.
ExpectedGraph identify(const LoadedGraph& loaded, const Snapshot& snapshot);

// The same value in every respect: type, zone and sign of zero too.
bool same(const Value& left, const Value& right);

} // namespace lintas::conformance
