// Makes plans out of steps.
#pragma once

#include "query/plan/plan.h"

namespace lintas::query {

PlanPointer make_plan(decltype(Plan::step) step, double estimated_rows);
// The plan's rows for which the predicate is true; `plan` itself when there is none.
PlanPointer filtered(PlanPointer plan, ExpressionPointer predicate);

} // namespace lintas::query
