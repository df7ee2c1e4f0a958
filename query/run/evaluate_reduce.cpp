// reduce(): position by position over the rows whose lists are that long.
#include "query/run/column_kernel.h"
#include "query/run/evaluator.h"
#include "query/run/nesting.h"

#include <algorithm>
#include <span>

namespace lintas::query {

namespace {

// The lists of the rows; nullptr where the row is null.
std::vector<const List*> lists_of(const Boxed& values) {
    std::vector<const List*> lists(values.size());
    for (std::size_t row = 0; row < values.size(); ++row) {
        const auto& value = values[row];
        if (value.is_null()) continue;
        if (!value.is(ValueType::List)) {
            throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                        "`reduce` needs a list, but found `" + to_text(value) + "`"};
        }
        lists[row] = &value.list();
    }
    return lists;
}

Boxed values_of(const Column& column) {
    Boxed values;
    values.reserve(column.size());
    for (std::size_t row = 0; row < column.size(); ++row) values.push_back(column.value(row));
    return values;
}

// One pass of the loop: the rows that take part and their batch.
class Reduction {
public:
    Reduction(const ReduceExpression& form, const Batch& batch, std::vector<const List*> lists,
              Boxed accumulators, RunContext& context)
        : form_{form}, context_{context}, lists_{std::move(lists)}, accumulators_{std::move(
                                                                        accumulators)},
          rows_{row_numbers_from(0, batch.rows())}, batch_{batch} {}

    Boxed run() {
        for (std::size_t position = 0; keep_longer_than(position); ++position) step(position);
        return std::move(accumulators_);
    }

private:
    // Drops the rows that have no element at the position; false when none is left.
    bool keep_longer_than(std::size_t position) {
        RowNumbers places;
        for (std::size_t place = 0; place < rows_.size(); ++place) {
            const auto* list = lists_[rows_[place]];
            if (list && list->size() > position)
                places.push_back(static_cast<std::uint32_t>(place));
        }
        if (places.size() == rows_.size()) return !rows_.empty();
        RowNumbers rows;
        for (const auto place : places) rows.push_back(rows_[place]);
        rows_ = std::move(rows);
        batch_ = batch_.select(std::move(places));
        return !rows_.empty();
    }

    void step(std::size_t position) {
        constexpr std::size_t positions_between_checks = 16;
        Boxed before;
        Boxed elements;
        for (const auto row : rows_) {
            before.push_back(std::move(accumulators_[row]));
            elements.push_back((*lists_[row])[position]);
        }
        batch_.set(form_.accumulator, typed_column(std::move(before)));
        batch_.set(form_.variable, typed_column(std::move(elements)));
        const auto after = evaluate(*form_.step, batch_, context_);
        for (std::size_t place = 0; place < rows_.size(); ++place) {
            accumulators_[rows_[place]] = after.value(place);
        }
        if (position % positions_between_checks != 0) return;
        context_.check();
        for (const auto row : rows_) check_nesting(accumulators_[row]);
    }

    const ReduceExpression& form_;
    RunContext& context_;
    std::vector<const List*> lists_;
    Boxed accumulators_; // by row of the whole batch
    RowNumbers rows_;    // that take part
    Batch batch_;        // of those rows
};

} // namespace

Column Evaluator::operator()(const ReduceExpression& form) const {
    const auto list_values = values_of(*operand(form.list));
    auto results =
        Reduction{form, batch, lists_of(list_values), values_of(*operand(form.initial)), context}
            .run();
    for (std::size_t row = 0; row < results.size(); ++row) {
        if (list_values[row].is_null()) results[row] = {};
    }
    return typed_column(std::move(results));
}

} // namespace lintas::query
