// May a correlated plan run for many outer rows at once? Only if each of its rows comes from one
// outer row: a sort, a limit, a grouping or a union would mix them.
#pragma once

#include "query/plan/plan.h"

namespace lintas::query {

bool rows_at_once(const Plan& plan);

} // namespace lintas::query
