// CASE and coalesce: each part is evaluated only for the rows that reach it.
#include "query/run/evaluator.h"
#include "query/run/scattered_column.h"

namespace lintas::query {

namespace {

// The rows of a batch that no branch has taken yet.
class OpenRows {
public:
    explicit OpenRows(const Batch& batch)
        : batch_{batch}, rows_{row_numbers_from(0, batch.rows())} {}

    const Batch& batch() const { return batch_; }
    const RowNumbers& rows() const { return rows_; }

    // Removes the rows named by their ascending places in batch(); gives their original numbers.
    RowNumbers take(const RowNumbers& places) {
        RowNumbers taken;
        RowNumbers kept;
        std::size_t next = 0;
        for (std::uint32_t place = 0; place < rows_.size(); ++place) {
            if (next < places.size() && places[next] == place) {
                taken.push_back(rows_[place]);
                ++next;
            } else {
                kept.push_back(place);
            }
        }
        RowNumbers numbers;
        for (const auto place : kept) numbers.push_back(rows_[place]);
        batch_ = batch_.select(std::move(kept));
        rows_ = std::move(numbers);
        return taken;
    }

private:
    Batch batch_;
    RowNumbers rows_;
};

RowNumbers rows_with_value(const Column& column) {
    RowNumbers rows;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (!column.is_null(row)) rows.push_back(static_cast<std::uint32_t>(row));
    }
    return rows;
}

} // namespace

Column Evaluator::operator()(const CaseExpression& form) const {
    auto whole = batch;
    if (form.subject) whole.set(form.subject_slot, evaluate(*form.subject, batch, context));
    OpenRows open{whole};
    ScatteredColumn results;
    for (const auto& [condition, value] : form.branches) {
        if (open.rows().empty()) break;
        const auto places = true_rows(*condition, open.batch(), context);
        if (places.empty()) continue;
        const auto values = evaluate(*value, open.batch().select(places), context);
        results.add(open.take(places), values);
    }
    if (form.otherwise && !open.rows().empty()) {
        results.add(open.rows(), evaluate(*form.otherwise, open.batch(), context));
    }
    return results.whole(batch.rows());
}

Column Evaluator::coalesce(const FunctionExpression& form) const {
    OpenRows open{batch};
    ScatteredColumn results;
    for (const auto& argument : form.arguments) {
        if (open.rows().empty()) break;
        const auto values = evaluate(*argument, open.batch(), context);
        const auto places = rows_with_value(values);
        if (places.empty()) continue;
        const auto found = values.select(places);
        results.add(open.take(places), found);
    }
    return results.whole(batch.rows());
}

} // namespace lintas::query
