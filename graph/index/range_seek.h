// One search in a range index: the entities of a snapshot whose keys lie within bounds, in batches,
// in the order of their keys where that is wanted.
//
// Invariant: gives each entity once, and only those that have in the snapshot the label and the
// keys of their entry; none is left out.
#pragma once

#include "graph/index/range_index.h"
#include "graph/index/seek_order.h"

#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lintas {

class RangeSeek {
public:
    // `index` covers the snapshot except for what `own` has: entries of a transaction's own writes,
    // in order. The snapshot outlives the search.
    RangeSeek(std::shared_ptr<const RangeIndex> index, const Snapshot& snapshot,
              const KeyBounds& bounds, SeekOrder order, const std::vector<IndexEntry>& own);

    // Appends the next entities, about batch_rows. False when there was none left.
    bool next(EntityNumbers& out);

private:
    // An entry among those that were sorted, or among the changed ones.
    struct Candidate {
        std::uint32_t entity;
        bool is_changed;
        std::size_t at;
    };

    bool take(Candidate& out);
    bool changed_comes_first() const;
    bool stands_among_changed(std::size_t sorted) const;
    std::size_t next_sorted() const { return descending_ ? last_ - 1 : first_; }
    std::size_t next_changed() const { return descending_ ? changed_last_ - 1 : changed_first_; }
    void verify(const std::vector<Candidate>& candidates, EntityNumbers& out) const;
    bool has_keys(const Candidate& candidate, const std::vector<Column>& columns,
                  std::size_t row) const;

    std::shared_ptr<const RangeIndex> index_; // shared with the store's other searches
    LabelledEntities members_;
    bool in_order_;
    bool descending_;
    bool is_exact_;
    std::size_t first_, last_; // what is left of the sorted entries
    std::vector<IndexEntry> changed_;
    std::size_t changed_first_ = 0, changed_last_ = 0;           // and of these
    std::unordered_multimap<std::uint32_t, std::size_t> places_; // of entities in changed_
};

} // namespace lintas
