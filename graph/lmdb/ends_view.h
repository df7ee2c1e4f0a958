// EndsView: what the relationships of one group connect, where their ids do not tell: those that
// commits have created, and groups of which one was deleted.
//
// Invariant: all three arrays have `rows` elements. Nodes and types were not looked at.
#pragma once

#include "graph/lmdb/segment.h"
#include "graph/store.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace lintas::lmdb {

// In place of the type of a relationship that was deleted.
inline constexpr TypeId no_type{~std::uint32_t{0}};

struct EndsView {
    AlignedBytes bytes;
    std::uint32_t rows = 0;
    const NodeId* sources = nullptr;
    const NodeId* targets = nullptr;
    const TypeId* types = nullptr;

    // nullopt if the segment holds something else. REQUIRES: is_intact(segment).
    static std::optional<EndsView> read(const StoredSegment& segment);

    bool exists(std::uint32_t row) const { return row < rows && types[row] != no_type; }
    // REQUIRES: exists(row).
    RelationshipEnds ends(std::uint32_t row) const {
        return {sources[row], targets[row], types[row]};
    }
};

// The ends of all rows of a group; of type no_type where there is no relationship.
SealedSegment encode_ends(std::uint16_t group, const std::vector<RelationshipEnds>& ends);

} // namespace lintas::lmdb
