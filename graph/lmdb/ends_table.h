// EndsTable: the groups of relationships that have a segment with their ends.
//
// Invariant: a segment's checksum is verified before anything is read from it, when it is first
// used. Safe for any number of threads once the last segment was added.
#pragma once

#include "graph/lmdb/ends_view.h"
#include "graph/lmdb/on_demand.h"

#include <cstdint>
#include <deque>
#include <mutex>
#include <vector>

namespace lintas::lmdb {

class EndsTable {
public:
    void add(StoredSegment segment);

    // nullptr for a group whose ids tell the ends. Throws Storage if the segment is damaged.
    const EndsView* find(std::uint32_t group) const {
        if (group >= groups_.size() || groups_[group] == nullptr) return nullptr;
        const auto& entry = *groups_[group];
        return &entry.view.get(mutex_, [&entry] { return read(entry.segment); });
    }

private:
    struct Entry {
        explicit Entry(StoredSegment stored) : segment{stored} {}

        StoredSegment segment;
        OnDemand<EndsView> view;
    };

    static EndsView read(const StoredSegment& segment);

    std::deque<Entry> entries_;
    std::vector<const Entry*> groups_;
    mutable std::mutex mutex_;
};

} // namespace lintas::lmdb
