#include "query/run/sort.h"

#include "query/run/operand.h"
#include "query/run/row_count.h"

#include <algorithm>
#include <limits>

namespace lintas::query {

Sort::Sort(const SortStep& step, OperatorPointer input, RunContext& context)
    : step_{step}, input_{std::move(input)}, context_{context}, rows_{context.frame_width(), 0},
      keys_(step.keys.size()), held_{context} {}

bool Sort::next(Batch& out) {
    if (!is_read_) {
        is_read_ = true;
        read_all();
        slices_ = BatchSlices{std::move(rows_)};
    }
    return slices_.next(out);
}

void Sort::read_all() {
    constexpr auto everything = std::numeric_limits<std::uint64_t>::max();
    const auto limit = step_.limit ? row_count(*step_.limit, "`LIMIT`", context_) : everything;
    // So many rows come together before those beyond the limit are dropped that sorting them again
    // and again costs little for each.
    const auto enough = limit > everything / 2 ? everything : std::max(2 * limit, 4 * batch_rows);
    for (Batch batch; input_->next(batch);) {
        context_.check();
        take(batch);
        if (rows_.rows() > enough) drop_beyond(limit);
    }
    input_.reset(); // what it holds is not needed any more
    drop_beyond(limit);
}

void Sort::take(const Batch& batch) {
    for (std::size_t at = 0; at < keys_.size(); ++at) {
        keys_[at].append(*Operand{*step_.keys[at].value, batch, context_});
    }
    rows_.append(batch);
    held_.add(batch.bytes());
}

SortOrder Sort::order() const {
    std::vector<const Column*> columns;
    for (const auto& key : keys_) columns.push_back(&key);
    return {step_.keys, columns};
}

void Sort::drop_beyond(std::uint64_t limit) {
    auto sorted = order().sorted(rows_.rows());
    if (sorted.size() > limit) sorted.resize(limit);
    keep(sorted);
}

void Sort::keep(const RowNumbers& rows) {
    for (auto& key : keys_) key = key.select(rows);
    rows_ = rows_.select(rows);
    held_.become(rows_.bytes());
}

} // namespace lintas::query
