#include "query/plan/make_plan.h"

#include "query/plan/estimate.h"

namespace lintas::query {

PlanPointer make_plan(decltype(Plan::step) step, double estimated_rows) {
    return std::make_shared<const Plan>(Plan{std::move(step), estimated_rows});
}

PlanPointer filtered(PlanPointer plan, ExpressionPointer predicate) {
    if (!predicate) return plan;
    const auto rows = plan->estimated_rows * estimate_selectivity(*predicate);
    return make_plan(FilterStep{std::move(plan), std::move(predicate)}, rows);
}

} // namespace lintas::query
