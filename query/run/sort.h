// Sort: all rows of its input in order, or only the first of them.
//
// Invariant: stable. With a limit it holds a few times that many rows, however many it reads.
#pragma once

#include "query/run/batch_slices.h"
#include "query/run/operator.h"
#include "query/run/sort_order.h"

#include <cstdint>
#include <vector>

namespace lintas::query {

class Sort final : public Operator {
public:
    Sort(const SortStep& step, OperatorPointer input, RunContext& context);
    bool next(Batch& out) override;

private:
    void read_all();
    void take(const Batch& batch);
    SortOrder order() const;
    void drop_beyond(std::uint64_t limit);
    void keep(const RowNumbers& rows);

    const SortStep& step_;
    OperatorPointer input_;
    RunContext& context_;
    Batch rows_;               // that may be part of the answer
    std::vector<Column> keys_; // of rows_
    bool is_read_ = false;
    BatchSlices slices_;
    Held held_;
};

} // namespace lintas::query
