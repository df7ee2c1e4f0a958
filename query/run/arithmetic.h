// `+ - * / % ^ ||` and the signs over columns.
#pragma once

#include "graph/column.h"
#include "query/plan/expression.h"

namespace lintas::query {

// REQUIRES: equal sizes; the kind is arithmetic or Concatenate. Errors as query/functions/
// operators.h says, without a span.
Column compute_columns(BinaryKind kind, const Column& left, const Column& right);

Column negate_column(const Column& column);
// The column itself. TypeError InvalidArgumentType unless all are numbers, durations or null.
Column plus_column(const Column& column);

} // namespace lintas::query
