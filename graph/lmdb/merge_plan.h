// Which segments commits have outdated.
#pragma once

#include "graph/lmdb/group_list.h"
#include "graph/lmdb/overlaid.h"
#include "graph/lmdb/segment_key.h"

#include <compare>
#include <cstdint>
#include <set>

namespace lintas::lmdb {

// One property of one group.
struct GroupColumn {
    KeyId key{};
    std::uint32_t group = 0;

    auto operator<=>(const GroupColumn&) const = default;
};

// The relationships of one type and direction of one group of nodes.
struct GroupAdjacency {
    TypeId type{};
    Direction direction = Direction::Outgoing;
    std::uint32_t group = 0;

    auto operator<=>(const GroupAdjacency&) const = default;
};

struct MergePlan {
    GroupList nodes; // after the merge
    GroupList relationships;
    std::set<std::uint32_t> label_sets; // groups of nodes that become mixed, or are
    std::set<std::uint32_t> ends;       // groups of relationships whose ids do not tell their ends
    std::set<GroupColumn> node_columns;
    std::set<GroupColumn> relationship_columns;
    std::set<GroupAdjacency> adjacency;
};

MergePlan plan_merge(const State& state);
// Does the plan write the segment anew?
bool rewrites(const MergePlan& plan, const SegmentKey& key);

} // namespace lintas::lmdb
