#include "query/plan/plan_walk.h"
#include "query/plan/rewrite_rules.h"

#include <algorithm>

namespace lintas::query {

namespace {

bool ignores_repeats(const AggregateColumn& aggregate) {
    if (aggregate.function == nullptr) return false;
    return aggregate.distinct || aggregate.function->ignores_repeats;
}

// Does the step give the same rows, as a set, when its input's rows lose duplicates?
bool ignores_repeats(const Plan& plan) {
    if (std::holds_alternative<DistinctStep>(plan.step)) return true;
    const auto* group = std::get_if<AggregateStep>(&plan.step);
    return group != nullptr &&
           std::ranges::all_of(group->aggregates, [](const AggregateColumn& aggregate) {
               return ignores_repeats(aggregate);
           });
}

// Does it treat each row alone, so that a repeated row gives repeated rows?
bool is_row_by_row(const Plan& plan) {
    return std::holds_alternative<FilterStep>(plan.step) ||
           std::holds_alternative<ProjectStep>(plan.step) ||
           std::holds_alternative<ExpandStep>(plan.step) ||
           std::holds_alternative<VariableExpandStep>(plan.step) ||
           std::holds_alternative<NodeScanStep>(plan.step);
}

PlanPointer change(const PlanPointer& plan, const std::set<Slot>& read, bool repeats_matter) {
    const auto ignores = ignores_repeats(*plan);
    const auto passes = is_row_by_row(*plan);
    const auto below = ignores ? false : passes ? repeats_matter : true;
    auto changed =
        with_inputs(plan, [&](const PlanPointer& input) { return change(input, read, below); });
    const auto* expansion = std::get_if<VariableExpandStep>(&changed->step);
    if (expansion == nullptr || repeats_matter || read.contains(expansion->relationships) ||
        expansion->restriction != PathRestriction::Trail || !expansion->unlike.empty())
        return changed;
    auto step = *expansion;
    step.distinct_ends = true;
    return std::make_shared<const Plan>(Plan{std::move(step), changed->estimated_rows});
}

} // namespace

PlanPointer report_ends_once(const PlanPointer& plan, const std::set<Slot>& read) {
    return change(plan, read, true);
}

} // namespace lintas::query
