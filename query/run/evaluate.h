// Bound expression + batch -> column: the value of the expression for each row.
//
// Invariant: errors carry the span of the smallest expression that failed. A part that is not
// reached (a CASE branch, the right side of AND after false, coalesce's rest) is not evaluated for
// the rows that do not reach it.
#pragma once

#include "graph/column.h"
#include "query/plan/expression.h"
#include "query/run/batch.h"
#include "query/run/run_context.h"

namespace lintas::query {

Column evaluate(const Expression& expression, const Batch& batch, RunContext& context);

// The rows for which the predicate is true. TypeError if it gives something else than a boolean or
// null.
RowNumbers true_rows(const Expression& predicate, const Batch& batch, RunContext& context);

// An expression without slots, evaluated once.
Value evaluate_constant(const Expression& expression, RunContext& context);

} // namespace lintas::query
