// GroupList: what each group of 65,536 ids holds: how many entities, and of which label set or
// type.
#pragma once

#include "graph/lmdb/segment.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace lintas::lmdb {

// The owner of a group of nodes with different label sets; segment `L` has each node's.
inline constexpr std::uint32_t mixed_owner = ~std::uint32_t{0};

struct Group {
    std::uint32_t owner = 0; // the LabelSetId of all its nodes or the TypeId of its relationships
    std::uint32_t rows = 0;  // 1 to 65,536

    bool operator==(const Group&) const = default;
};
static_assert(sizeof(Group) == 8);

using GroupList = std::vector<Group>;

inline bool holds(const GroupList& groups, std::uint32_t id) {
    return group_of(id) < groups.size() && row_of(id) < groups[group_of(id)].rows;
}

SealedSegment encode_groups(Entity entity, const GroupList& groups);
// nullopt if the segment is no list of groups. REQUIRES: is_intact(segment).
std::optional<GroupList> read_groups(const StoredSegment& segment);

} // namespace lintas::lmdb
