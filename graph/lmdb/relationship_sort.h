// Sorts relationships by one end into lists, a group of 65,536 nodes at a time: first apart by
// group, then each group by counting, in the processor's cache.
//
// Invariant: the sort is stable in the order in which relationships were scattered.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lintas::lmdb {

// Relationships apart by the group of the node whose list they belong to. What comes with each is
// 64 bits of the caller's.
class GroupPartition {
public:
    // `sizes[g]` relationships will be scattered to group g.
    explicit GroupPartition(std::span<const std::uint64_t> sizes);

    void scatter(std::uint32_t node, std::uint64_t payload) {
        const auto at = next_[node >> 16]++;
        rows_[at] = static_cast<std::uint16_t>(node);
        payloads_[at] = payload;
    }

    std::size_t groups() const { return next_.size(); }
    std::span<const std::uint16_t> rows(std::size_t group) const {
        return std::span{rows_}.subspan(begins_[group], begins_[group + 1] - begins_[group]);
    }
    std::span<const std::uint64_t> payloads(std::size_t group) const {
        return std::span{payloads_}.subspan(begins_[group], begins_[group + 1] - begins_[group]);
    }

private:
    std::vector<std::uint64_t> begins_;
    std::vector<std::uint64_t> next_;
    std::vector<std::uint16_t> rows_;
    std::vector<std::uint64_t> payloads_;
};

// The lists of one group: that of row r is [offsets[r], offsets[r + 1]).
struct SortedLists {
    std::vector<std::uint32_t> offsets;
    std::vector<std::uint64_t> payloads;
};

// Counting sort by row, of a group with so many rows.
SortedLists sort_by_row(std::span<const std::uint16_t> rows,
                        std::span<const std::uint64_t> payloads, std::size_t row_count);
// Puts each list in order of its payloads.
void sort_each_list(SortedLists& lists);

} // namespace lintas::lmdb
