#include "query/run/correlated_rows.h"

#include "graph/expect.h"
#include "query/run/row_order.h"

#include <algorithm>

namespace lintas::query {

namespace {

Batch argument_for(const Correlation& correlation, const Batch& outer, std::size_t width) {
    Batch argument{width, outer.rows()};
    for (const auto& [from, to] : correlation.imports) argument.share(to, outer, from);
    Integers numbers(outer.rows());
    for (std::size_t row = 0; row < numbers.size(); ++row) {
        numbers[row] = static_cast<std::int64_t>(row);
    }
    argument.set(correlation.row_number, Column{std::move(numbers)});
    return argument;
}

RowNumbers outer_rows_of(const Batch& inner, Slot row_number, std::size_t outer_rows) {
    const auto& column = inner.column(row_number);
    const auto* integers = column.get<Integers>();
    RowNumbers rows(column.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto number =
            integers && !column.may_be_null() ? (*integers)[row] : column.value(row).integer();
        expect(number >= 0 && static_cast<std::size_t>(number) < outer_rows,
               "an inner row belongs to a row of the outer batch");
        rows[row] = static_cast<std::uint32_t>(number);
    }
    return rows;
}

} // namespace

CorrelatedRows::CorrelatedRows(const Correlation& correlation, const Batch& outer,
                               RunContext& context)
    : correlation_{correlation}, outer_{outer}, context_{context},
      keeps_order_{keeps_argument_order(correlation.plan)} {
    if (!correlation.per_row) start(argument_for(correlation, outer, context.frame_width()));
}

void CorrelatedRows::start(Batch argument) {
    operator_.reset(); // before the argument that it reads
    argument_ = std::move(argument);
    operator_ = build(correlation_.plan, context_, &argument_);
}

bool CorrelatedRows::next(RowNumbers& outer_rows, Batch& inner) {
    context_.check();
    if (correlation_.per_row) return next_of_row(outer_rows, inner);
    return keeps_order_ ? next_of_all(outer_rows, inner) : next_sorted(outer_rows, inner);
}

void CorrelatedRows::skip_row() {
    if (correlation_.per_row) operator_.reset();
}

bool CorrelatedRows::next_of_row(RowNumbers& outer_rows, Batch& inner) {
    while (!operator_ || !operator_->next(inner)) {
        if (row_ == outer_.rows()) return false;
        start(argument_for(correlation_, outer_.slice(row_++, 1), context_.frame_width()));
    }
    outer_rows.assign(inner.rows(), static_cast<std::uint32_t>(row_ - 1));
    return true;
}

bool CorrelatedRows::next_of_all(RowNumbers& outer_rows, Batch& inner) {
    if (!operator_->next(inner)) return false;
    outer_rows = outer_rows_of(inner, correlation_.row_number, outer_.rows());
    expect(std::ranges::is_sorted(outer_rows) && outer_rows.front() >= row_,
           "an inner plan keeps the order of its argument");
    row_ = outer_rows.back();
    return true;
}

bool CorrelatedRows::next_sorted(RowNumbers& outer_rows, Batch& inner) {
    if (done_) return false;
    done_ = true;
    Held held{context_};
    Batch all{context_.frame_width(), 0};
    for (Batch some; operator_->next(some);) {
        held.add(some.bytes());
        all.append(some);
    }
    if (all.rows() == 0) return false;
    const auto numbers = outer_rows_of(all, correlation_.row_number, outer_.rows());
    auto order = row_numbers_from(0, numbers.size());
    std::ranges::stable_sort(order, {}, [&](std::uint32_t row) { return numbers[row]; });
    outer_rows.clear();
    for (const auto row : order) outer_rows.push_back(numbers[row]);
    inner = all.select(std::move(order));
    return true;
}

} // namespace lintas::query
