// EXISTS, COUNT and COLLECT subqueries, and patterns in expressions.
#include "query/run/correlated_rows.h"
#include "query/run/evaluator.h"

#include <algorithm>

namespace lintas::query {

namespace {

// Stops as soon as each outer row has found a row.
Column exists_by_row(CorrelatedRows& rows, std::size_t total) {
    Booleans found(total);
    std::size_t missing = total;
    RowNumbers numbers;
    for (Batch inner; missing > 0 && rows.next(numbers, inner);) {
        for (const auto row : numbers) {
            missing -= found[row] == 0;
            found[row] = 1;
        }
        rows.skip_row();
    }
    return Column{std::move(found)};
}

Column count_by_row(CorrelatedRows& rows, std::size_t total) {
    Integers counts(total);
    RowNumbers numbers;
    for (Batch inner; rows.next(numbers, inner);) {
        for (const auto row : numbers) ++counts[row];
    }
    return Column{std::move(counts)};
}

Column list_by_row(CorrelatedRows& rows, Slot slot, std::size_t total, RunContext& context) {
    std::vector<List> lists(total);
    Held held{context};
    RowNumbers numbers;
    for (Batch inner; rows.next(numbers, inner);) {
        const auto& values = inner.column(slot);
        held.add(numbers.size() * sizeof(Value));
        for (std::size_t at = 0; at < numbers.size(); ++at) {
            lists[numbers[at]].push_back(values.value(at));
        }
    }
    Boxed results(total);
    std::ranges::transform(lists, results.begin(),
                           [](List& list) { return Value{std::move(list)}; });
    return Column{std::move(results)};
}

} // namespace

Column Evaluator::operator()(const SubqueryExpression& form) const {
    CorrelatedRows rows{{*form.plan, form.imports, form.row_number, form.per_row}, batch, context};
    switch (form.result) {
        using enum SubqueryResult;
    case Exists: return exists_by_row(rows, batch.rows());
    case Count: return count_by_row(rows, batch.rows());
    case List: return list_by_row(rows, form.value, batch.rows(), context);
    }
    return {};
}

} // namespace lintas::query
