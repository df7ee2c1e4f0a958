#include "query/plan/plan_walk.h"
#include "query/plan/rewrite_rules.h"

namespace lintas::query {

PlanPointer leave_out_unread_relationships(const PlanPointer& plan, const std::set<Slot>& read) {
    auto changed = with_inputs(plan, [&](const PlanPointer& input) {
        return leave_out_unread_relationships(input, read);
    });
    const auto* expansion = std::get_if<VariableExpandStep>(&changed->step);
    if (expansion == nullptr || read.contains(expansion->relationships)) return changed;
    auto step = *expansion;
    step.relationships_unread = true;
    return std::make_shared<const Plan>(Plan{std::move(step), changed->estimated_rows});
}

} // namespace lintas::query
