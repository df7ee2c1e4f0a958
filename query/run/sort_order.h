// SortOrder: which of two rows comes first by some key columns.
//
// Invariant: what order() of graph/compare.h says about the values, key by key; typed columns are
// compared without boxing.
#pragma once

#include "graph/column.h"
#include "query/plan/plan.h"

#include <compare>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace lintas::query {

class SortOrder {
public:
    // The columns must outlive the order. REQUIRES: as many columns as keys.
    SortOrder(const std::vector<SortKey>& keys, std::span<const Column* const> columns);

    std::weak_ordering compare(std::uint32_t left, std::uint32_t right) const;
    // Row numbers of all rows in order; rows that are equal keep theirs.
    std::vector<std::uint32_t> sorted(std::size_t rows) const;

private:
    using Compare = std::weak_ordering (*)(const Column&, std::uint32_t, std::uint32_t);
    struct Key {
        const Column* column;
        Compare compare;
        bool descending;
    };
    std::vector<Key> keys_;
};

} // namespace lintas::query
