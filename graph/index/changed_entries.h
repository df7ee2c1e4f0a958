// What entities that were touched since an index was built have as keys: the part of a range index
// that grows.
//
// Invariant: entries are only added. One may be out of date, or of a state that a reader does not
// see yet; so whoever reads them verifies them against its snapshot.
#pragma once

#include "graph/index/key_bounds.h"
#include "graph/index/labelled_entities.h"

#include <cstdint>
#include <set>
#include <span>
#include <vector>

namespace lintas {

struct IndexEntry {
    std::vector<Value> keys; // the first is not null
    std::uint32_t entity = 0;
};

// By the order of the keys, then by entity.
std::weak_ordering order_of(const IndexEntry& left, const IndexEntry& right);
bool same_keys(const IndexEntry& left, const IndexEntry& right);

class ChangedEntries {
public:
    std::size_t size() const { return entries_.size(); }
    // Adds what the entities, those that are members, have as keys now.
    void add(const LabelledEntities& members, const std::vector<std::string>& keys,
             std::span<const std::uint32_t> touched);
    // Appends those within the bounds, in order.
    void find(const KeyBounds& bounds, std::vector<IndexEntry>& out) const;

private:
    struct Less {
        using is_transparent = void;
        bool operator()(const IndexEntry& left, const IndexEntry& right) const {
            return std::is_lt(order_of(left, right));
        }
        bool operator()(const IndexEntry& entry, const KeyBounds& bounds) const;
        bool operator()(const KeyBounds& bounds, const IndexEntry& entry) const;
    };

    void add_some(const LabelledEntities& members, const std::vector<std::string>& keys,
                  std::span<const std::uint32_t> touched);

    std::set<IndexEntry, Less> entries_;
};

} // namespace lintas
