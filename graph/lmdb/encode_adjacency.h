// Writes the relationships of one type and direction of the nodes of one group as segments.
#pragma once

#include "graph/lmdb/segment.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lintas::lmdb {

struct GroupLists {
    std::uint32_t type = 0;
    std::uint8_t direction = 0; // 0: outgoing, 1: incoming
    std::uint16_t group = 0;
    // One more than the group has rows: where each row's list begins, and the end.
    std::span<const std::uint32_t> offsets;
    std::span<const std::uint32_t> neighbours; // sorted within each list
    // The ids; or none, and they count up from `first`.
    std::span<const std::uint32_t> relationships;
    std::uint32_t first = 0;
};

// Neighbours go into chunks of about a million, of whole lists. REQUIRES: there is a relationship.
std::vector<SealedSegment> encode_adjacency(const GroupLists& lists);

} // namespace lintas::lmdb
