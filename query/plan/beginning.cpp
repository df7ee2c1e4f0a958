#include "query/plan/beginning.h"

#include "query/plan/plan_pattern.h"

namespace lintas::query {

Beginning begin_subquery(Planning& planning, const Scope& scope) {
    Beginning beginning;
    ArgumentStep argument;
    for (const auto& [name, binding] : scope.bindings()) {
        argument.slots.push_back(binding.slot);
        beginning.imports.emplace_back(binding.slot, binding.slot);
    }
    beginning.row_number = planning.slots.add();
    argument.row_number = beginning.row_number;
    beginning.plan = make_plan(std::move(argument), 1);
    return beginning;
}

PlanPointer with_outer(PlanPointer plan, const Outer& outer, Scope& scope, bool grouped) {
    if (outer.scope.empty()) return plan;
    if (grouped) {
        ApplyStep apply;
        apply.input = outer.beginning.plan;
        apply.imports = outer.beginning.imports;
        apply.row_number = outer.beginning.row_number;
        apply.per_row = true;
        for (const auto& [name, binding] : scope.bindings())
            apply.exports.emplace_back(binding.slot, binding.slot);
        const auto rows = plan->estimated_rows;
        apply.inner = std::move(plan);
        plan = make_plan(std::move(apply), rows);
    }
    for (const auto& [name, binding] : outer.scope.bindings())
        if (scope.find(name) == nullptr) scope.bind(name, binding);
    return plan;
}

} // namespace lintas::query
