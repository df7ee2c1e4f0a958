// AdjacencyTable: all relationships of one type in one direction, a group of nodes at a time.
//
// Invariant: the checksums of a group are verified before anything is read from it, when it is
// first used. Safe for any number of threads once the last segment was added.
#pragma once

#include "graph/lmdb/adjacency_group.h"
#include "graph/lmdb/on_demand.h"
#include "graph/store.h"

#include <cstdint>
#include <deque>
#include <mutex>
#include <span>
#include <vector>

namespace lintas::lmdb {

class AdjacencyTable {
public:
    // REQUIRES: segments come in order of group and part.
    void add(StoredSegment segment);

    // nullptr where no node of the group has such relationships. Throws Storage if it is damaged.
    const AdjacencyGroup* find(std::uint32_t group) const {
        const auto* entry = find_entry(group);
        return entry ? &view(*entry) : nullptr;
    }

    // out[i] is the list of nodes[i]. REQUIRES: equal sizes.
    void expand(std::span<const NodeId> nodes, std::span<AdjacencyList> out) const;

    // The source and target of a relationship. Throws Storage if the segments do not have it.
    // REQUIRES: the table is of outgoing relationships.
    RelationshipEnds ends(RelationshipId relationship) const;

private:
    struct Entry {
        std::uint32_t group = 0;
        std::vector<StoredSegment> parts;
        OnDemand<AdjacencyGroup> view;
    };
    // Where a group's relationship ids begin, as its segment says before it is verified.
    struct Start {
        std::uint32_t first = 0;
        std::uint32_t group = 0;
    };

    const Entry* find_entry(std::uint32_t group) const {
        const auto at = group - first_group_;
        return at < groups_.size() ? groups_[at] : nullptr;
    }
    const AdjacencyGroup& view(const Entry& entry) const {
        return entry.view.get(mutex_, [&entry] { return read(entry); });
    }
    static AdjacencyGroup read(const Entry& entry);
    std::vector<Start> find_starts() const;

    std::deque<Entry> entries_;
    std::uint32_t first_group_ = 0;
    std::vector<const Entry*> groups_; // from first_group_
    mutable std::mutex mutex_;
    OnDemand<std::vector<Start>> starts_;
};

} // namespace lintas::lmdb
