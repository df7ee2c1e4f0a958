#include "query/run/distinct.h"

#include <algorithm>

namespace lintas::query {

Distinct::Distinct(const DistinctStep& step, OperatorPointer input, RunContext& context)
    : step_{step}, input_{std::move(input)}, context_{context},
      groups_{std::max<std::size_t>(step.slots.size(), 1)}, held_{context} {}

// Groups are numbered in the order of the rows, so the first row of a new group has the next
// number.
RowNumbers Distinct::new_rows(const Batch& batch) {
    if (step_.slots.empty()) return std::exchange(has_row_, true) ? RowNumbers{} : RowNumbers{0};
    std::vector<const Column*> columns;
    for (const auto slot : step_.slots) columns.push_back(&batch.column(slot));
    auto next = groups_.size();
    const auto groups = groups_.assign(columns);
    RowNumbers rows;
    for (std::size_t row = 0; row < groups.size(); ++row) {
        if (groups[row] != next) continue;
        rows.push_back(static_cast<std::uint32_t>(row));
        ++next;
    }
    return rows;
}

bool Distinct::next(Batch& out) {
    for (Batch batch; input_->next(batch);) {
        context_.check();
        auto rows = new_rows(batch);
        if (rows.empty()) continue;
        held_.become(groups_.bytes());
        out = batch.select(std::move(rows));
        return true;
    }
    return false;
}

} // namespace lintas::query
