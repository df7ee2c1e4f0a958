// Change: one step of a transaction, as it is written to the log and applied to an overlay.
//
// Invariant: a change says what is there afterwards, not what differs from before. So applying the
// changes of a log in order to any state on their way ends in the same state.
#pragma once

#include "graph/ids.h"
#include "graph/lmdb/bytes.h"
#include "graph/schema.h"
#include "graph/statistics.h"
#include "graph/store.h"
#include "graph/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace lintas::lmdb {

// A name that was new to the catalogue, with its id.
struct LabelNamed {
    LabelId id{};
    std::string name;
};
struct TypeNamed {
    TypeId id{};
    std::string name;
};
struct KeyNamed {
    KeyId id{};
    std::string name;
};
struct NodeCreated {
    NodeId node{};
    LabelSet labels;
};
struct NodeRelabelled {
    NodeId node{};
    LabelSet labels; // all that it has now
};
// Its relationships were deleted before.
struct NodeDeleted {
    NodeId node{};
};
struct NodePropertySet {
    NodeId node{};
    KeyId key{};
    Value value; // null: it was removed
};
struct RelationshipCreated {
    RelationshipId relationship{};
    RelationshipEnds ends;
};
struct RelationshipDeleted {
    RelationshipId relationship{};
    RelationshipEnds ends;
};
struct RelationshipPropertySet {
    RelationshipId relationship{};
    KeyId key{};
    Value value; // null: it was removed
};
// All definitions of indexes and constraints, from now on.
struct SchemaReplaced {
    Schema schema;
};
// By how much a commit has changed the statistics; the only changes that add up.
struct NodesCounted {
    LabelSet labels;
    std::int64_t difference = 0;
};
struct RelationshipsCounted {
    LabelSet source;
    TypeId type{};
    LabelSet target;
    std::int64_t difference = 0;
};

using Change =
    std::variant<LabelNamed, TypeNamed, KeyNamed, NodeCreated, NodeRelabelled, NodeDeleted,
                 NodePropertySet, RelationshipCreated, RelationshipDeleted, RelationshipPropertySet,
                 SchemaReplaced, NodesCounted, RelationshipsCounted>;

// Appends the change's bytes; docs/storage.md has the layout.
void encode_change(const Change& change, ByteWriter& writer);
// nullopt for bytes that are no change.
std::optional<Change> decode_change(ByteReader& reader);

} // namespace lintas::lmdb
