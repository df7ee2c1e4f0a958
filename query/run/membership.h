// `value IN list` over columns, three-valued.
#pragma once

#include "graph/column.h"
#include "query/run/list_set.h"

namespace lintas::query {

// REQUIRES: equal sizes. TypeError, without a span, where the right side is neither list nor null.
Column test_membership(const Column& values, const Column& lists, ListSets& sets);

} // namespace lintas::query
