// STARTS WITH, ENDS WITH, CONTAINS and `=~` over columns.
#pragma once

#include "graph/column.h"
#include "query/plan/expression.h"

namespace lintas::query {

// Null where either side is not a string. REQUIRES: equal sizes; the kind is one of the four.
Column test_texts(BinaryKind kind, const Column& texts, const Column& parts);

} // namespace lintas::query
