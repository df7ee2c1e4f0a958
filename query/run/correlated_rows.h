// The rows of an inner plan for the rows of an outer batch: what Apply and subqueries run on.
//
// Invariant: the outer row numbers that next() gives never descend, over all calls. The plan, the
// outer batch and the context outlive this.
#pragma once

#include "query/run/operator.h"

#include <utility>
#include <vector>

namespace lintas::query {

// How an inner plan is joined to the outer rows; see ApplyStep.
struct Correlation {
    const Plan& plan;
    const std::vector<std::pair<Slot, Slot>>& imports; // outer slot -> inner slot
    Slot row_number;                                   // in the inner frame
    bool per_row;
};

class CorrelatedRows {
public:
    CorrelatedRows(const Correlation& correlation, const Batch& outer, RunContext& context);

    // The next inner rows and the outer row of each. False when there are no more.
    bool next(RowNumbers& outer_rows, Batch& inner);

    // Says that one row of the current outer row was enough; saves work where the plan runs per
    // row.
    void skip_row();

private:
    bool next_of_row(RowNumbers& outer_rows, Batch& inner);
    bool next_of_all(RowNumbers& outer_rows, Batch& inner);
    bool next_sorted(RowNumbers& outer_rows, Batch& inner);
    void start(Batch argument);

    Correlation correlation_;
    const Batch& outer_;
    RunContext& context_;
    Batch argument_;
    OperatorPointer operator_;
    std::size_t row_ = 0; // per row: the next outer row; else: the last that was given
    bool keeps_order_;
    bool done_ = false;
};

} // namespace lintas::query
