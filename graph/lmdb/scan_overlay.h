// Scans ids in ascending order, those that commits have touched as the overlay says, all others as
// the state below says.
#pragma once

#include "graph/lmdb/overlay_table.h"
#include "graph/lmdb/segment.h"
#include "graph/store.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

namespace lintas::lmdb {

// Scans [position.next, end), which has at most batch_rows ids.
template <typename Patch, typename Id, typename Below, typename Wanted>
void scan_touched(const OverlayTable<Patch>& table, ScanPosition& position, std::uint64_t end,
                  std::vector<Id>& out, Below below, Wanted wanted) {
    std::vector<Id> untouched;
    ScanPosition part{position.next, end};
    while (below(part, untouched)) {
    }
    std::erase_if(untouched, [&table](Id id) { return table.find(raw(id)) != nullptr; });
    std::vector<Id> touched;
    table.for_each(position.next, end, [&](std::uint32_t id, const Patch& patch) {
        if (wanted(Id{id}, patch)) touched.push_back(Id{id});
    });
    std::ranges::merge(untouched, touched, std::back_inserter(out));
    position.next = end;
}

// As Snapshot::scan(). `below` is the scan of the state below, `wanted` says if a touched entity
// belongs to the scan.
template <typename Patch, typename Id, typename Below, typename Wanted>
bool scan_overlay(const OverlayTable<Patch>& table, ScanPosition& position, std::vector<Id>& out,
                  Below below, Wanted wanted) {
    constexpr std::uint64_t most_ids = std::uint64_t{1} << 32;
    const auto last = std::min(position.end, most_ids);
    const auto before = out.size();
    while (position.next < last && out.size() == before) {
        const auto group = static_cast<std::uint32_t>(position.next >> row_bits);
        const auto touched = table.next_group(group);
        if (touched == group) {
            const auto group_end = (std::uint64_t{group} + 1) << row_bits;
            const auto end = std::min({position.next + batch_rows, group_end, last});
            scan_touched(table, position, end, out, below, wanted);
            continue;
        }
        const bool is_last = touched == OverlayTable<Patch>::no_group;
        ScanPosition part{position.next,
                          is_last ? last : std::min(last, std::uint64_t{touched} << row_bits)};
        const bool found = below(part, out);
        position.next = found ? part.next : part.end;
    }
    return out.size() > before;
}

} // namespace lintas::lmdb
