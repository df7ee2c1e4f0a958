// Plan -> what people see of it.
#pragma once

#include "query/plan/plan.h"
#include "query/result.h"

#include <string_view>

namespace lintas::query {

// `text` is what was planned: details quote it.
PlanDescription describe(const PlannedQuery& query, std::string_view text);

} // namespace lintas::query
