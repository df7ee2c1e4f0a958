#include "graph/lmdb/relationship_sort.h"

#include <algorithm>
#include <numeric>

namespace lintas::lmdb {

GroupPartition::GroupPartition(std::span<const std::uint64_t> sizes) : begins_(sizes.size() + 1) {
    std::partial_sum(sizes.begin(), sizes.end(), begins_.begin() + 1);
    next_.assign(begins_.begin(), begins_.end() - 1);
    rows_.resize(begins_.back());
    payloads_.resize(begins_.back());
}

SortedLists sort_by_row(std::span<const std::uint16_t> rows,
                        std::span<const std::uint64_t> payloads, std::size_t row_count) {
    SortedLists lists;
    lists.offsets.resize(row_count + 1);
    for (const auto row : rows) ++lists.offsets[row + std::size_t{1}];
    std::partial_sum(lists.offsets.begin(), lists.offsets.end(), lists.offsets.begin());
    auto next = lists.offsets;
    lists.payloads.resize(payloads.size());
    for (std::size_t at = 0; at < rows.size(); ++at)
        lists.payloads[next[rows[at]]++] = payloads[at];
    return lists;
}

void sort_each_list(SortedLists& lists) {
    for (std::size_t row = 0; row + 1 < lists.offsets.size(); ++row) {
        const auto begin = lists.payloads.begin() + lists.offsets[row];
        const auto end = lists.payloads.begin() + lists.offsets[row + 1];
        if (!std::is_sorted(begin, end)) std::sort(begin, end);
    }
}

} // namespace lintas::lmdb
