// Clauses that change the graph.
#include "query/plan/bind_change.h"
#include "query/plan/bind_creation.h"
#include "query/plan/bind_expression.h"
#include "query/plan/clause_planner.h"
#include "query/plan/plan_pattern.h"

#include <fmt/format.h>

namespace lintas::query {

namespace {

// The slots of a pattern of one path, in the order in which its parts were written.
std::vector<Slot> elements_of(const PatternGraph& graph) {
    const auto first = graph.relationships.empty() ? 0 : graph.relationships.front().left;
    std::vector<Slot> slots{graph.nodes[first].slot};
    for (const auto& relationship : graph.relationships) {
        slots.push_back(relationship.slot);
        slots.push_back(graph.nodes[relationship.right].slot);
    }
    return slots;
}

} // namespace

void ClausePlanner::begin_update(std::string_view clause) {
    if (kind_ == BodyKind::Expression)
        wrong_composition(
            fmt::format("{} cannot stand inside an expression, which must not change the graph",
                        clause),
            span_);
    updated_ = true;
    result_.writes = true;
    planning_.writes = true;
}

void ClausePlanner::plan_paths(const std::vector<PatternPath>& paths) {
    if (paths.empty()) return;
    std::vector<ProjectionColumn> columns;
    for (const auto& path : paths)
        columns.push_back({path.slot, make(PathExpression{path.elements}, span_)});
    const auto rows = plan_->estimated_rows;
    plan_ = make_plan(ProjectStep{std::move(plan_), std::move(columns)}, rows);
}

void ClausePlanner::operator()(const syntax::Create& create) {
    begin_update("`CREATE`");
    auto bound = bind_create(planning_, scope_, create.pattern);
    const auto rows = plan_->estimated_rows;
    plan_ = make_plan(CreateStep{std::move(plan_), std::move(bound.creation)}, rows);
    plan_paths(bound.paths);
}

void ClausePlanner::operator()(const syntax::Set& set) {
    begin_update("`SET`");
    const auto rows = plan_->estimated_rows;
    auto changes = bind_set(planning_, scope_, set.items);
    plan_ = make_plan(SetStep{std::move(plan_), std::move(changes)}, rows);
}

void ClausePlanner::operator()(const syntax::Remove& remove) {
    begin_update("`REMOVE`");
    const auto rows = plan_->estimated_rows;
    auto changes = bind_remove(planning_, scope_, remove.items);
    plan_ = make_plan(SetStep{std::move(plan_), std::move(changes)}, rows);
}

void ClausePlanner::operator()(const syntax::Delete& remove) {
    begin_update("`DELETE`");
    DeleteStep step{nullptr, {}, remove.detach};
    for (const auto& target : remove.targets)
        step.targets.push_back(bind_delete(planning_, scope_, *target));
    const auto rows = plan_->estimated_rows;
    step.input = std::move(plan_);
    plan_ = make_plan(std::move(step), rows);
}

void ClausePlanner::operator()(const syntax::Merge& merge) {
    begin_update("`MERGE`");
    planning_.reads = true;
    const auto before = scope_;
    MergeStep step;
    ArgumentStep argument;
    for (const auto& [name, binding] : before.bindings()) {
        argument.slots.push_back(binding.slot);
        step.imports.emplace_back(binding.slot, binding.slot);
    }
    step.row_number = planning_.slots.add();
    argument.row_number = step.row_number;
    auto graph = bind_pattern(planning_, scope_, merge.pattern);
    const auto paths = graph.paths;
    const auto elements = elements_of(graph);
    step.exports = elements;
    step.creation = bind_merge(planning_, before, merge.pattern, elements);
    step.match = plan_pattern(planning_, std::move(graph), nullptr,
                              make_plan(std::move(argument), 1), before);
    step.on_create = bind_set(planning_, scope_, merge.on_create);
    step.on_match = bind_set(planning_, scope_, merge.on_match);
    const auto rows = plan_->estimated_rows;
    step.input = std::move(plan_);
    plan_ = make_plan(std::move(step), rows);
    plan_paths(paths);
}

void ClausePlanner::operator()(const syntax::Foreach& loop) {
    begin_update("`FOREACH`");
    auto list = ExpressionBinder{planning_, scope_}.bind(*loop.list);
    ForEachRowStep step;
    ArgumentStep argument;
    auto inner = scope_;
    for (const auto& [name, binding] : scope_.bindings()) {
        argument.slots.push_back(binding.slot);
        step.imports.emplace_back(binding.slot, binding.slot);
    }
    const auto type = element_of(list.type);
    const auto slot = planning_.slots.add(loop.variable.text);
    if (scope_.find(loop.variable.text) != nullptr)
        throw Error{ErrorCode::Syntax, ErrorDetail::VariableAlreadyBound,
                    fmt::format("Variable `{}` is bound already", loop.variable.text),
                    loop.variable.span};
    inner.bind(loop.variable.text, {slot, kind_of(type), type});
    auto start = make_plan(ArgumentStep{std::move(argument)}, 1);
    start = make_plan(UnwindStep{std::move(start), std::move(list.expression), slot}, 1);
    const Outer none;
    ClausePlanner planner{planning_, std::move(inner), std::move(start), BodyKind::Foreach, none};
    step.inner = planner.run_updates(loop.updates);
    step.per_row = false;
    const auto rows = plan_->estimated_rows;
    step.input = std::move(plan_);
    plan_ = make_plan(std::move(step), rows);
}

PlanPointer ClausePlanner::run_updates(const std::vector<syntax::Clause>& clauses) {
    for (const auto& clause : clauses) {
        span_ = clause.span;
        updated_ = false;
        std::visit(*this, clause.form);
        if (!updated_)
            wrong_composition("`FOREACH` can only hold clauses that change the graph", clause.span);
    }
    return std::move(plan_);
}

} // namespace lintas::query
