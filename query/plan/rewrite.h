// The ordered list of rewrite rules. Each gives the same rows for less work.
#pragma once

#include "query/plan/plan.h"

namespace lintas::query {

void rewrite(PlannedQuery& query);

} // namespace lintas::query
