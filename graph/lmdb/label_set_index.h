// LabelSetIndex: which label set each node of a store has.
#pragma once

#include "graph/ids.h"
#include "graph/lmdb/group_list.h"

#include <cstdint>
#include <map>
#include <vector>

namespace lintas::lmdb {

struct LabelSetIndex {
    GroupList groups;
    // The number of each node's label set, for groups of nodes with different ones.
    std::map<std::uint32_t, std::vector<std::uint32_t>> mixed;

    // REQUIRES: the node exists.
    std::uint32_t operator[](std::uint32_t node) const {
        const auto owner = groups[group_of(node)].owner;
        return owner != mixed_owner ? owner : mixed.at(group_of(node))[row_of(node)];
    }
};

} // namespace lintas::lmdb
