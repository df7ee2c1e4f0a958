#include "query/plan/plan_walk.h"
#include "query/plan/rewrite_rules.h"

#include <algorithm>

namespace lintas::query {

namespace {

// Rows come out in the order in which their input came in.
bool keeps_order(const Plan& plan) {
    return std::holds_alternative<FilterStep>(plan.step) ||
           std::holds_alternative<ProjectStep>(plan.step) ||
           std::holds_alternative<ExpandStep>(plan.step) ||
           std::holds_alternative<VariableExpandStep>(plan.step) ||
           std::holds_alternative<UnwindStep>(plan.step);
}

PlanPointer input_of(const Plan& plan) {
    PlanPointer found;
    with_inputs(std::make_shared<const Plan>(plan), [&found](const PlanPointer& input) {
        found = input;
        return input;
    });
    return found;
}

// What a slot is below a projection that defines it.
ExpressionPointer below(const ProjectStep& step, const ExpressionPointer& expression) {
    const auto* slot = std::get_if<SlotExpression>(&expression->form);
    if (slot == nullptr) return expression;
    const auto found = std::ranges::find(step.columns, slot->slot, &ProjectionColumn::slot);
    return found == step.columns.end() ? expression : found->value;
}

ExpressionPointer below(const Plan& plan, const ExpressionPointer& expression) {
    const auto* step = std::get_if<ProjectStep>(&plan.step);
    if (step == nullptr) return expression;
    const auto* property = std::get_if<PropertyExpression>(&expression->form);
    if (property == nullptr) return below(*step, expression);
    return std::make_shared<const Expression>(Expression{
        PropertyExpression{below(*step, property->base), property->key}, expression->span});
}

// The single row that a statement begins with.
bool is_beginning(const Plan& plan) {
    const auto* argument = std::get_if<ArgumentStep>(&plan.step);
    return argument != nullptr && argument->slots.empty() && !argument->row_number;
}

bool is_key(const Expression& expression, const IndexSeekStep& seek, std::size_t key) {
    const auto* property = std::get_if<PropertyExpression>(&expression.form);
    if (property == nullptr || key >= seek.index.keys.size()) return false;
    const auto* slot = std::get_if<SlotExpression>(&property->base->form);
    return slot != nullptr && slot->slot == seek.entity && property->key == seek.index.keys[key];
}

// Are the sort keys the index's keys, from the first on or from the one after those that are equal?
bool are_keys(const std::vector<ExpressionPointer>& keys, const IndexSeekStep& seek) {
    const auto is_list = [](const KeySeek& key) { return std::holds_alternative<KeyInList>(key); };
    if (std::ranges::any_of(seek.keys, is_list)) return false;
    const auto is_run_from = [&](std::size_t first) {
        for (std::size_t at = 0; at < keys.size(); ++at)
            if (!is_key(*keys[at], seek, first + at)) return false;
        return true;
    };
    const auto equal = static_cast<std::size_t>(std::ranges::count_if(
        seek.keys, [](const KeySeek& key) { return std::holds_alternative<EqualKey>(key); }));
    return is_run_from(0) || is_run_from(equal);
}

// The plan with its search in the order of the keys; nullptr where that gives no such order.
PlanPointer in_order(const PlanPointer& plan, std::vector<ExpressionPointer> keys,
                     SeekOrder order) {
    if (const auto* seek = std::get_if<IndexSeekStep>(&plan->step)) {
        if (!is_beginning(*seek->input) || !are_keys(keys, *seek)) return nullptr;
        auto ordered = *seek;
        ordered.order = order;
        return std::make_shared<const Plan>(Plan{std::move(ordered), plan->estimated_rows});
    }
    if (!keeps_order(*plan)) return nullptr;
    for (auto& key : keys) key = below(*plan, key);
    const auto changed = in_order(input_of(*plan), std::move(keys), order);
    if (!changed) return nullptr;
    return with_inputs(plan, [&changed](const PlanPointer&) { return changed; });
}

PlanPointer without_sort(const SortStep& sort) {
    std::vector<ExpressionPointer> keys;
    for (const auto& [value, descending] : sort.keys) {
        if (descending != sort.keys.front().descending) return nullptr;
        keys.push_back(value);
    }
    return in_order(sort.input, std::move(keys),
                    sort.keys.front().descending ? SeekOrder::Descending : SeekOrder::Ascending);
}

} // namespace

PlanPointer serve_order(const PlanPointer& plan, const std::set<Slot>& read) {
    if (const auto* sort = std::get_if<SortStep>(&plan->step))
        if (auto found = without_sort(*sort)) return found;
    return with_inputs(plan, [&](const PlanPointer& input) { return serve_order(input, read); });
}

} // namespace lintas::query
