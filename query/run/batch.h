// Batch: some rows of a running query as columns by slot.
//
// Invariant: all columns that are set have rows() rows. Selecting rows shares the columns and only
// composes row numbers; a column is copied the first time that somebody reads it (flat()). A batch
// is used by one thread.
#pragma once

#include "graph/column.h"
#include "query/plan/expression.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace lintas::query {

using RowNumbers = std::vector<std::uint32_t>;

class Batch {
public:
    Batch() = default;
    // `width` slots, none of them set.
    Batch(std::size_t width, std::size_t rows) : entries_(width), rows_{rows} {}

    std::size_t rows() const { return rows_; }
    std::size_t width() const { return entries_.size(); }
    bool is_set(Slot slot) const;

    // The column of a slot, flat. REQUIRES: is_set(slot).
    const Column& column(Slot slot) const;
    void set(Slot slot, Column column);
    // Shares the column of another batch (same rows).
    void share(Slot slot, const Batch& from, Slot from_slot);
    void clear(Slot slot);

    // The rows named by `rows`, in that order; rows may repeat.
    Batch select(RowNumbers rows) const;
    // Appends the rows of another batch of the same width; a slot set in one only becomes null in
    // the rows of the other.
    void append(const Batch& other);

private:
    struct Entry {
        // Shared with the batches that were selected from this one.
        std::shared_ptr<const Column> column;
        std::shared_ptr<const RowNumbers> selection; // nullptr: all rows in order
    };
    mutable std::vector<Entry> entries_;
    std::size_t rows_ = 0;
};

} // namespace lintas::query
