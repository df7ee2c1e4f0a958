// The entries of a range index as they were when it was built: entities in the order of their keys.
//
// Invariant: entries are sorted by their keys (orderability, first key first), then by entity; each
// has a first key that is not null. Never changes after it was built.
#pragma once

#include "graph/index/key_bounds.h"
#include "graph/index/labelled_entities.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace lintas {

class SortedEntries {
public:
    SortedEntries() = default;
    // Entities with their keys: keys[k][i] is the k-th key of entities[i], which is in no order.
    SortedEntries(EntityNumbers entities, std::vector<Boxed> keys);

    std::size_t size() const { return entities_.size(); }
    std::uint32_t entity(std::size_t at) const { return entities_[at]; }
    const Column& key(std::size_t number) const { return keys_[number]; }
    std::size_t key_count() const { return keys_.size(); }
    // How many different combinations of the first `keys` keys there are.
    std::size_t distinct(std::size_t keys) const { return distinct_[keys - 1]; }
    std::weak_ordering order_of(std::size_t at, std::size_t key, const Value& value) const;

    // The entries [first, last) that lie within the bounds.
    std::pair<std::size_t, std::size_t> find(const KeyBounds& bounds) const;

private:
    void count_distinct();

    EntityNumbers entities_;
    std::vector<Column> keys_;
    std::vector<std::size_t> distinct_;
};

} // namespace lintas
