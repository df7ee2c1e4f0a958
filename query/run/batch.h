// Batch: some rows of a running query as columns by slot.
//
// Invariant: all columns that are set have rows() rows. Selecting rows shares the columns and only
// composes row numbers; a column is copied the first time that somebody reads it. A batch is used
// by one thread.
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

// 0, 1, ..., count - 1, each plus `first`.
RowNumbers row_numbers_from(std::size_t first, std::size_t count);

class Batch {
public:
    Batch() = default;
    // `width` slots, none of them set.
    Batch(std::size_t width, std::size_t rows) : entries_(width), rows_{rows} {}

    std::size_t rows() const { return rows_; }
    std::size_t width() const { return entries_.size(); }
    bool is_set(Slot slot) const;

    // The column of a slot, flat. REQUIRES: is_set(slot). Valid until the slot is set anew.
    const Column& column(Slot slot) const;
    void set(Slot slot, Column column);
    // Shares the column of another batch (same rows).
    void share(Slot slot, const Batch& from, Slot from_slot);
    void clear(Slot slot);

    // The rows named by `rows`, in that order; rows may repeat.
    Batch select(RowNumbers rows) const;
    // The rows [first, first + count), less where the batch ends.
    Batch slice(std::size_t first, std::size_t count) const;
    // Appends the rows of another batch of the same width; a slot set in one only becomes null in
    // the rows of the other.
    void append(const Batch& other);

    // Roughly, the bytes that its own copy of all set columns would take.
    std::size_t bytes() const;

private:
    struct Entry {
        // Shared with the batches that were selected from this one; changed only while nobody else
        // holds it.
        std::shared_ptr<Column> column;
        std::shared_ptr<const RowNumbers> selection; // nullptr: all rows in order
    };
    Entry& entry(Slot slot) const;
    static void flatten(Entry& entry);
    static Column& own(Entry& entry);

    mutable std::vector<Entry> entries_; // reading a column makes it flat
    std::size_t rows_ = 0;
};

} // namespace lintas::query
