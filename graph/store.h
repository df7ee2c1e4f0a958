// The seam: the only way to the data of a graph, in batches of about batch_rows rows, so that a
// store may lend its own memory, and a remote one make one round trip a batch.
//
// Invariant: a Snapshot shows one state of the graph for ever, to any number of threads. What it
// lends (adjacency views, string views) lives as long as the Snapshot.
#pragma once

#include "graph/column.h"
#include "graph/ids.h"
#include "graph/schema.h"
#include "graph/statistics.h"
#include "graph/symbols.h"
#include "graph/touched.h"
#include "graph/value.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lintas {

inline constexpr std::size_t batch_rows = 2048;

enum class Direction { Outgoing, Incoming };

// The relationships of one node in one direction and of one type: a view into the store, sorted by
// neighbour, then by relationship id. Parallel relationships and self-loops appear as often as
// they exist. Where `relationships` is nullptr the ids are consecutive from `first`.
struct AdjacencyList {
    const NodeId* neighbours = nullptr;
    const RelationshipId* relationships = nullptr;
    RelationshipId first{};
    std::uint32_t size = 0;

    NodeId neighbour(std::uint32_t at) const { return neighbours[at]; }
    RelationshipId relationship(std::uint32_t at) const {
        return relationships ? relationships[at] : RelationshipId{raw(first) + at};
    }
};

struct RelationshipEnds {
    NodeId source{};
    NodeId target{};
    TypeId type{};
};

// Where a scan stands; a fresh one stands at the beginning. Plain data, so that a scan can be
// split: it ends before `end`.
struct ScanPosition {
    std::uint64_t next = 0;
    std::uint64_t end = ~std::uint64_t{0};
};

struct PropertyValue {
    KeyId key;
    Value value;
};

class Snapshot {
public:
    virtual ~Snapshot() = default;

    virtual const Symbols& symbols() const = 0;
    virtual const Statistics& statistics() const = 0;
    // Names this state among all states of the store, for ETags and bookmarks: grows with commits.
    virtual std::uint64_t version() const = 0;
    // What the store is (a UUID text): two states with equal identity and version are equal.
    virtual std::string identity() const = 0;
    // The indexes and constraints that are defined.
    virtual const Schema& schema() const = 0;
    // Appends what was touched since the mark, which was moved to an older state of the store or to
    // an earlier point of this transaction, and moves it here. False, with both as they were, where
    // that is not known (any more).
    virtual bool touched_since(TouchedMark& mark, Touched& out) const = 0;

    // Appends the next nodes that have the label (all nodes without one), in ascending order of id,
    // at most batch_rows; moves `position`. False when there was none left.
    virtual bool scan(ScanPosition& position, std::optional<LabelId> label, Nodes& out) const = 0;
    virtual bool scan(ScanPosition& position, std::optional<TypeId> type,
                      Relationships& out) const = 0;

    virtual bool exists(NodeId node) const = 0;
    virtual bool exists(RelationshipId relationship) const = 0;

    // out[i] is 1 if nodes[i] has the label. REQUIRES: out.size() == nodes.size().
    virtual void has_label(std::span<const NodeId> nodes, LabelId label,
                           std::span<std::uint8_t> out) const = 0;
    // The labels of a node, ascending by id. EntityNotFound if there is no such node.
    virtual LabelSet labels(NodeId node) const = 0;

    // The property's values for the rows, null where an entity does not have it.
    virtual Column gather(KeyId key, std::span<const NodeId> nodes) const = 0;
    virtual Column gather(KeyId key, std::span<const RelationshipId> relationships) const = 0;
    // All properties of one entity, ascending by key id.
    virtual std::vector<PropertyValue> properties(NodeId node) const = 0;
    virtual std::vector<PropertyValue> properties(RelationshipId relationship) const = 0;

    // out[i] views the relationships of nodes[i]. REQUIRES: out.size() == nodes.size().
    virtual void expand(std::span<const NodeId> nodes, TypeId type, Direction direction,
                        std::span<AdjacencyList> out) const = 0;
    // out[i] is what relationships[i] connects. REQUIRES: sizes are equal and each id exists.
    virtual void ends(std::span<const RelationshipId> relationships,
                      std::span<RelationshipEnds> out) const = 0;
};

// One writer's private view: reads see its own writes. Destroyed without commit() it leaves no
// trace. Not thread-safe. What it lends holds until its next write.
class Transaction : public Snapshot {
public:
    // Ids of names, added to the catalogue when new.
    virtual LabelId label(std::string_view name) = 0;
    virtual TypeId type(std::string_view name) = 0;
    virtual KeyId key(std::string_view name) = 0;

    // EntityNotFound for an entity that does not exist, in all that follow.
    virtual NodeId create_node(std::span<const LabelId> labels) = 0;
    virtual RelationshipId create_relationship(NodeId source, TypeId type, NodeId target) = 0;
    virtual void add_label(NodeId node, LabelId label) = 0;
    virtual void remove_label(NodeId node, LabelId label) = 0;
    // A null value removes the property. TypeError InvalidPropertyType for values that no property
    // may hold (maps, nodes, relationships, paths, lists of those).
    virtual void set_property(NodeId node, KeyId key, const Value& value) = 0;
    virtual void set_property(RelationshipId relationship, KeyId key, const Value& value) = 0;
    virtual void delete_relationship(RelationshipId relationship) = 0;
    // ConstraintVerificationFailed DeleteConnectedNode if relationships are left.
    virtual void delete_node(NodeId node) = 0;
    // Replaces all definitions. Whether the graph keeps to the constraints is the caller's care.
    virtual void set_schema(Schema schema) = 0;

    // Makes the writes durable and visible to later snapshots. No write can follow, also when this
    // throws; reads stay as they were.
    virtual void commit() = 0;
};

class Store {
public:
    virtual ~Store() = default;

    // The newest committed state.
    virtual std::shared_ptr<const Snapshot> snapshot() const = 0;
    // Waits for the writer before it, at most that long: nullptr if it is not done by then.
    // ErrorCode::Unsupported where the store cannot be written to.
    virtual std::unique_ptr<Transaction> begin(std::chrono::milliseconds longest_wait) = 0;
    // Waits as long as it takes.
    std::unique_ptr<Transaction> begin() {
        while (true)
            if (auto transaction = begin(std::chrono::hours{1})) return transaction;
    }
};

} // namespace lintas
