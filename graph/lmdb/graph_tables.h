// GraphTables: where in a store each group's segments lie, by label set, type and key.
//
// Invariant: only lists of groups were read; every other segment is verified at its first use.
// Safe for any number of threads. Does not own the bytes.
#pragma once

#include "graph/lmdb/adjacency_table.h"
#include "graph/lmdb/catalogue.h"
#include "graph/lmdb/column_table.h"
#include "graph/lmdb/ends_table.h"
#include "graph/lmdb/group_list.h"
#include "graph/store.h"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace lintas::lmdb {

class GraphTables {
public:
    // Tells `report` of keys that the catalogue or the lists of groups do not have.
    GraphTables(std::span<const TableEntry> segments, const Catalogue& catalogue,
                const Report& report);
    GraphTables(const GraphTables&) = delete;
    GraphTables& operator=(const GraphTables&) = delete;

    const GroupList& groups(Entity entity) const { return groups_[static_cast<int>(entity)]; }
    // nullptr where no entity has the property, and for keys that the store does not know.
    const ColumnTable* properties(Entity entity, KeyId key) const;
    // nullptr where there is no relationship of the type.
    const AdjacencyTable* adjacency(TypeId type, Direction direction) const;
    // The number of a node's label set. REQUIRES: the node exists.
    LabelSetId label_set(NodeId node) const;
    // nullopt for a node that does not exist.
    std::optional<LabelSetId> find_label_set(NodeId node) const;
    bool exists(NodeId node) const { return find_label_set(node).has_value(); }
    bool exists(RelationshipId relationship) const;
    // nullptr for a group of relationships whose ids tell their ends.
    const EndsView* ends(std::uint32_t group) const { return ends_.find(group); }
    // All segments, with keys that make sense.
    const std::vector<StoredSegment>& segments() const { return segments_; }
    // nullptr if there is none. `part` is the type for relationships, 0 for nodes.
    const StoredDictionary* dictionary(Entity entity, KeyId key, std::uint32_t part) const;

private:
    using Columns = std::vector<std::unique_ptr<ColumnTable>>; // by key

    void read_group_lists(const Report& report);
    // False for a key that makes no sense here.
    bool add(const StoredSegment& segment, const Catalogue& catalogue);
    bool add_adjacency(const StoredSegment& segment, const Catalogue& catalogue);
    bool add_property(const StoredSegment& segment, const Catalogue& catalogue, Entity entity);

    std::ptrdiff_t label_set_count_;
    std::vector<StoredSegment> segments_;
    std::array<GroupList, 2> groups_;                                       // by entity
    std::array<Columns, 2> properties_;                                     // by entity
    std::array<std::vector<std::unique_ptr<AdjacencyTable>>, 2> adjacency_; // by direction; by type
    std::map<std::tuple<Entity, KeyId, std::uint32_t>, StoredDictionary> dictionaries_;
    ColumnTable label_sets_; // of groups of nodes with different label sets, null: deleted
    EndsTable ends_;
};

// Tells `report` of groups that belong to a label set or type that the catalogue does not have.
void expect_owners(const GraphTables& tables, const Catalogue& catalogue, const Report& report);

} // namespace lintas::lmdb
