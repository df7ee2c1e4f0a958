// Apply: joins to each input row the rows of an inner plan that sees it.
#pragma once

#include "query/run/correlated_rows.h"

#include <optional>

namespace lintas::query {

class Apply final : public Operator {
public:
    Apply(const ApplyStep& step, OperatorPointer input, RunContext& context)
        : step_{step}, input_{std::move(input)}, context_{context} {}
    bool next(Batch& out) override;

private:
    // Output rows: an outer row each, and the exported columns, which have the outer frame's slots.
    struct Joined {
        RowNumbers rows;
        Batch exports;
    };

    bool start();
    bool collect(Joined& joined);
    void join(Joined& joined, const RowNumbers& rows, const Batch& inner);
    void join_missing(Joined& joined, std::size_t end);

    const ApplyStep& step_;
    OperatorPointer input_;
    RunContext& context_;
    Batch outer_;
    std::optional<CorrelatedRows> inner_; // of outer_
    std::size_t next_row_ = 0;            // outer rows before it have been given
};

} // namespace lintas::query
