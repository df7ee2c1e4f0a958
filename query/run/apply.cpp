#include "query/run/apply.h"

#include "query/run/column_kernel.h"
#include "query/run/select_or_null.h"

namespace lintas::query {

bool Apply::start() {
    inner_.reset(); // before the batch that it reads
    if (!input_->next(outer_)) return false;
    next_row_ = 0;
    inner_.emplace(Correlation{*step_.inner, step_.imports, step_.row_number, step_.per_row},
                   outer_, context_);
    return true;
}

bool Apply::next(Batch& out) {
    while (inner_ || start()) {
        Joined joined{{}, Batch{context_.frame_width(), 0}};
        if (!collect(joined)) inner_.reset();
        if (joined.rows.empty()) continue;
        out = outer_.select(std::move(joined.rows));
        for (const auto& [from, to] : step_.exports) out.share(to, joined.exports, to);
        return true;
    }
    return false;
}

// Joins inner rows until there are enough for a batch; false when the outer batch is done.
bool Apply::collect(Joined& joined) {
    RowNumbers rows;
    for (Batch inner; inner_->next(rows, inner);) {
        join(joined, rows, inner);
        if (joined.rows.size() >= batch_rows) return true;
    }
    if (step_.optional) join_missing(joined, outer_.rows());
    return false;
}

void Apply::join(Joined& joined, const RowNumbers& rows, const Batch& inner) {
    RowNumbers inner_rows; // with no_row for the outer rows that found nothing
    for (std::size_t at = 0; at < rows.size(); ++at) {
        for (; step_.optional && next_row_ < rows[at]; ++next_row_) {
            joined.rows.push_back(static_cast<std::uint32_t>(next_row_));
            inner_rows.push_back(no_row);
        }
        joined.rows.push_back(rows[at]);
        inner_rows.push_back(static_cast<std::uint32_t>(at));
        next_row_ = rows[at] + std::size_t{1};
    }
    Batch exports{context_.frame_width(), inner_rows.size()};
    for (const auto& [from, to] : step_.exports) {
        if (inner_rows.size() == inner.rows()) {
            exports.share(to, inner, from);
        } else {
            exports.set(to, select_or_null(inner.column(from), inner_rows));
        }
    }
    joined.exports.append(exports);
}

// One row of nulls for each outer row up to `end` that was not given.
void Apply::join_missing(Joined& joined, std::size_t end) {
    if (next_row_ >= end) return;
    const auto count = end - next_row_;
    const auto missing = row_numbers_from(next_row_, count);
    joined.rows.insert(joined.rows.end(), missing.begin(), missing.end());
    Batch exports{context_.frame_width(), count};
    for (const auto& [from, to] : step_.exports) exports.set(to, null_column(count));
    joined.exports.append(exports);
    next_row_ = end;
}

} // namespace lintas::query
