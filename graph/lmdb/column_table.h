// ColumnTable: one property of all nodes or all relationships, a segment a group.
//
// Invariant: a segment's checksum is verified before anything is read from it, when it is first
// used. Safe for any number of threads once the last segment was added.
#pragma once

#include "graph/lmdb/column_view.h"
#include "graph/lmdb/on_demand.h"

#include <cstdint>
#include <deque>
#include <mutex>
#include <vector>

namespace lintas::lmdb {

// A dictionary of the store, read when it is first needed.
class StoredDictionary {
public:
    explicit StoredDictionary(StoredSegment segment) : segment_{segment} {}

    // Throws Storage if it is damaged.
    const DictionaryView& view() const;

private:
    StoredSegment segment_;
    mutable std::mutex mutex_;
    OnDemand<DictionaryView> view_;
};

class ColumnTable {
public:
    // `dictionary` may be nullptr and outlives the table. REQUIRES: groups come in order.
    void add(std::uint32_t group, StoredSegment segment, const StoredDictionary* dictionary);

    // nullptr where no entity of the group has the property. Throws Storage if it is damaged.
    const ColumnView* find(std::uint32_t group) const {
        const auto at = group - first_group_;
        if (at >= groups_.size() || groups_[at] == nullptr) return nullptr;
        return &view(*groups_[at]);
    }

private:
    struct Entry {
        Entry(StoredSegment stored, const StoredDictionary* own_dictionary)
            : segment{stored}, dictionary{own_dictionary} {}

        StoredSegment segment;
        const StoredDictionary* dictionary;
        OnDemand<ColumnView> view;
    };

    const ColumnView& view(const Entry& entry) const {
        return entry.view.get(mutex_, [&entry] { return read(entry); });
    }
    static ColumnView read(const Entry& entry);

    std::deque<Entry> entries_;
    std::uint32_t first_group_ = 0;
    std::vector<const Entry*> groups_; // from first_group_
    mutable std::mutex mutex_;
};

} // namespace lintas::lmdb
