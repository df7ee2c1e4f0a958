// Overlay: what commits have changed since the segments were written.
//
// Invariant: an overlay that was copied, or that others see, does not change any more; its copy
// changes under an edit number of its own. Every relationship that was created or deleted is in the
// lists of both its ends.
#pragma once

#include "graph/lmdb/change.h"
#include "graph/lmdb/list_patch.h"
#include "graph/lmdb/overlay_table.h"
#include "graph/lmdb/statistics_change.h"
#include "graph/store.h"
#include "graph/symbols.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace lintas::lmdb {

struct EntityPatch {
    bool exists = true;
    std::vector<PropertyValue> properties; // that were set, by key; null: that were removed

    // nullptr for a property that is as it was below.
    const Value* find(KeyId key) const;
    void set(KeyId key, Value value);
};

struct NodePatch : EntityPatch {
    std::optional<LabelSet> labels; // nullopt: as below
};

struct RelationshipPatch : EntityPatch {
    std::optional<RelationshipEnds> ends; // nullopt: as below
};

// The number that the next new entity gets; 2^32: there is none left.
struct NextIds {
    std::uint64_t node = 0;
    std::uint64_t relationship = 0;
};

class Overlay {
public:
    // Over a state with these names and definitions, where new entities get these numbers.
    Overlay(std::shared_ptr<const Symbols> symbols, std::shared_ptr<const Schema> schema,
            NextIds next)
        : symbols_{std::move(symbols)}, schema_{std::move(schema)}, next_{next} {}

    // False for a change that does not fit: to names that nobody has added.
    bool apply(const Change& change, std::uint64_t edit);

    bool is_empty() const { return is_empty_; }
    const Symbols& symbols() const { return *symbols_; }
    const Schema& schema() const { return *schema_; }
    NextIds next() const { return next_; }
    const StatisticsChange& statistics() const { return statistics_; }

    const OverlayTable<NodePatch>& nodes() const { return nodes_; }
    const OverlayTable<RelationshipPatch>& relationships() const { return relationships_; }
    // nullptr where no list of the type and direction has changed.
    const OverlayTable<ListPatch>* lists(TypeId type, Direction direction) const;
    // May the property of some entity differ from the one below?
    bool may_change(NodeId, KeyId key) const { return node_columns_.may_change(key); }
    bool may_change(RelationshipId, KeyId key) const {
        return relationship_columns_.may_change(key);
    }

private:
    friend struct ApplyChange;

    // The properties of one kind of entity that differ somewhere.
    struct Columns {
        std::vector<std::uint8_t> keys; // 1: the key was set or removed
        bool has_deleted = false;

        void add(KeyId key);
        bool may_change(KeyId key) const {
            return has_deleted || (raw(key) < keys.size() && keys[raw(key)] != 0);
        }
    };

    OverlayTable<ListPatch>& lists_for_change(TypeId type, Direction direction);

    bool is_empty_ = true;
    std::shared_ptr<const Symbols> symbols_; // shared by all overlays with the same names
    std::shared_ptr<const Schema> schema_;   // likewise
    NextIds next_;
    StatisticsChange statistics_;
    OverlayTable<NodePatch> nodes_;
    OverlayTable<RelationshipPatch> relationships_;
    std::vector<OverlayTable<ListPatch>> lists_; // by type, outgoing and incoming in turn
    Columns node_columns_;
    Columns relationship_columns_;
};

} // namespace lintas::lmdb
