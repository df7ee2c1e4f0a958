#include "query/plan/plan_walk.h"
#include "query/plan/rewrite_rules.h"

namespace lintas::query {

PlanPointer leave_out_unread_relationships(const PlanPointer& plan, const std::set<Slot>& read) {
    auto changed = with_inputs(plan, [&](const PlanPointer& input) {
        return leave_out_unread_relationships(input, read);
    });
    if (const auto* search = std::get_if<PathSearchStep>(&changed->step)) {
        auto step = *search;
        std::erase_if(step.search.outputs,
                      [&](const PathOutput& output) { return !read.contains(output.slot); });
        return std::make_shared<const Plan>(Plan{std::move(step), changed->estimated_rows});
    }
    const auto* expansion = std::get_if<VariableExpandStep>(&changed->step);
    if (expansion == nullptr || read.contains(expansion->relationships)) return changed;
    auto step = *expansion;
    step.relationships_unread = true;
    return std::make_shared<const Plan>(Plan{std::move(step), changed->estimated_rows});
}

} // namespace lintas::query
