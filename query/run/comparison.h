// `=`, `<>`, `<`, `<=`, `>` and `>=` over columns, three-valued.
#pragma once

#include "graph/column.h"
#include "query/plan/expression.h"

namespace lintas::query {

// REQUIRES: equal sizes; the kind is one of the six comparisons.
Column compare_columns(BinaryKind kind, const Column& left, const Column& right);

} // namespace lintas::query
