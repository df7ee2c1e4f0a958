// What a range index holds: entries in the order of their keys, and beside them those of entities
// that were touched since.
//
// Invariant: as of IndexContent. An entity that has the label and a first key that is not null in
// a covered snapshot has an entry with its keys of that snapshot.
#pragma once

#include "graph/index/changed_entries.h"
#include "graph/index/index_content.h"
#include "graph/index/sorted_entries.h"

#include <set>
#include <shared_mutex>
#include <string>
#include <vector>

namespace lintas {

class RangeIndex final : public IndexContent {
public:
    // Throws Limit when the build is stopped.
    RangeIndex(IndexDefinition definition, const Snapshot& snapshot, BuildProgress& progress);

    Coverage cover(const Snapshot& snapshot) override;
    bool is_worn() const override;

    const IndexDefinition& definition() const { return definition_; }
    const SortedEntries& sorted() const { return sorted_; }
    // Of entities touched since it was built, in order.
    std::vector<IndexEntry> changed(const KeyBounds& bounds) const;
    // Is every entry as the snapshot has it?
    bool is_exact_for(const Snapshot& snapshot) const;

private:
    IndexDefinition definition_;
    SortedEntries sorted_;
    std::string identity_;

    mutable std::shared_mutex guard_; // of all below
    ChangedEntries changed_;
    std::set<std::uint64_t> covered_; // versions of snapshots; the first is that of the build
};

} // namespace lintas
