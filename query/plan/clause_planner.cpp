#include "query/plan/clause_planner.h"

#include "query/plan/bind_expression.h"
#include "query/plan/bind_operators.h"
#include "query/plan/plan_pattern.h"
#include "query/plan/plan_projection.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query {

void wrong_composition(const std::string& message, Span span) {
    throw Error{ErrorCode::Syntax, ErrorDetail::InvalidClauseComposition, message, span};
}

void ClausePlanner::eager() {
    const auto rows = plan_->estimated_rows;
    plan_ = make_plan(EagerStep{std::move(plan_)}, rows);
}

void ClausePlanner::bind_new(const syntax::Name& name, const Binding& binding) {
    if (scope_.find(name.text) != nullptr)
        throw Error{ErrorCode::Syntax, ErrorDetail::VariableAlreadyBound,
                    fmt::format("Variable `{}` is bound already", name.text), name.span};
    scope_.bind(name.text, binding);
}

void ClausePlanner::operator()(const syntax::Match& match) {
    if (match.optional) {
        plan_optional(match);
        return;
    }
    const auto before = scope_;
    planning_.reads = true;
    auto graph = bind_pattern(planning_, scope_, match.pattern);
    const auto where =
        match.where ? ExpressionBinder{planning_, scope_}.bind_predicate(*match.where) : nullptr;
    plan_ = plan_pattern(planning_, std::move(graph), where, std::move(plan_), before);
}

void ClausePlanner::plan_optional(const syntax::Match& match) {
    planning_.reads = true;
    ApplyStep apply;
    ArgumentStep argument;
    for (const auto& [name, binding] : scope_.bindings()) {
        argument.slots.push_back(binding.slot);
        apply.imports.emplace_back(binding.slot, binding.slot);
    }
    apply.row_number = planning_.slots.add();
    argument.row_number = apply.row_number;
    apply.optional = true;
    const auto before = scope_;
    auto graph = bind_pattern(planning_, scope_, match.pattern);
    const auto where =
        match.where ? ExpressionBinder{planning_, scope_}.bind_predicate(*match.where) : nullptr;
    apply.inner =
        plan_pattern(planning_, std::move(graph), where, make_plan(std::move(argument), 1), before);
    for (const auto& [name, binding] : scope_.bindings())
        if (before.find(name) == nullptr) apply.exports.emplace_back(binding.slot, binding.slot);
    const auto rows = plan_->estimated_rows * std::max(1.0, apply.inner->estimated_rows);
    apply.input = std::move(plan_);
    plan_ = make_plan(std::move(apply), rows);
}

void ClausePlanner::operator()(const syntax::Unwind& unwind) {
    auto list = ExpressionBinder{planning_, scope_}.bind(*unwind.list);
    const auto type = element_of(list.type);
    const auto slot = planning_.slots.add(unwind.variable.text);
    bind_new(unwind.variable, {slot, kind_of(type), type});
    constexpr auto assumed_length = 10.0;
    const auto rows = plan_->estimated_rows * assumed_length;
    plan_ = make_plan(UnwindStep{std::move(plan_), std::move(list.expression), slot}, rows);
}

// A name that all clauses of a subquery see keeps its meaning in them.
void ClausePlanner::check_shadowing(const syntax::Projection& projection) const {
    for (const auto& item : projection.items) {
        if (!item.alias || outer_.scope.find(item.alias->text) == nullptr) continue;
        const auto* variable = std::get_if<syntax::Variable>(&item.value->form);
        if (variable != nullptr && variable->name == item.alias->text) continue;
        throw Error{ErrorCode::Syntax, ErrorDetail::VariableAlreadyBound,
                    fmt::format("Variable `{}` comes from outside this subquery and cannot get "
                                "another meaning here; choose another name",
                                item.alias->text),
                    item.alias->span};
    }
}

void ClausePlanner::operator()(const syntax::With& with) {
    check_shadowing(with.projection);
    const auto grouped = std::ranges::any_of(
        with.projection.items, [](const auto& item) { return contains_aggregate(*item.value); });
    auto projected = plan_with(planning_, with, scope_, std::move(plan_));
    scope_ = std::move(projected.scope);
    plan_ = with_outer(std::move(projected.plan), outer_, scope_, grouped);
}

void ClausePlanner::operator()(const syntax::Return& result) {
    auto projected = plan_return(planning_, result.projection, scope_, std::move(plan_));
    plan_ = std::move(projected.plan);
    result_.returns = true;
    result_.columns = std::move(projected.columns);
    result_.slots = std::move(projected.slots);
    result_.types = std::move(projected.types);
    scope_ = std::move(projected.scope);
}

void ClausePlanner::operator()(const syntax::Let& let) {
    std::vector<ProjectionColumn> columns;
    const auto sees = scope_;
    for (const auto& [name, value] : let.items) {
        auto bound = ExpressionBinder{planning_, sees}.bind(*value);
        const auto slot = planning_.slots.add(name.text);
        bind_new(name, {slot, kind_of(bound.type), bound.type});
        columns.push_back({slot, std::move(bound.expression)});
    }
    const auto rows = plan_->estimated_rows;
    plan_ = make_plan(ProjectStep{std::move(plan_), std::move(columns)}, rows);
}

void ClausePlanner::operator()(const syntax::Filter& filter) {
    plan_ = filtered(std::move(plan_),
                     ExpressionBinder{planning_, scope_}.bind_predicate(*filter.condition));
}

void ClausePlanner::operator()(const syntax::Finish&) { finished_ = true; }

void ClausePlanner::operator()(const syntax::LoadCsv& load) {
    ExpressionBinder binder{planning_, scope_};
    auto url = binder.bind(*load.url);
    need("`LOAD CSV FROM`", Accepts::String, url);
    LoadCsvStep step{nullptr, std::move(url.expression), load.headers, nullptr, {}};
    if (load.terminator) {
        auto terminator = binder.bind(*load.terminator);
        need("`FIELDTERMINATOR`", Accepts::String, terminator);
        step.terminator = std::move(terminator.expression);
    }
    const auto type =
        load.headers ? StaticType{Accepts::Map, Accepts::Any} : list_of(Accepts::String);
    step.variable = planning_.slots.add(load.variable.text);
    bind_new(load.variable, {step.variable, VariableKind::Value, type});
    constexpr auto assumed_records = 1000.0;
    const auto rows = plan_->estimated_rows * assumed_records;
    step.input = std::move(plan_);
    plan_ = make_plan(std::move(step), rows);
}

void ClausePlanner::check_end(const syntax::SingleQuery& query) const {
    if (result_.returns || finished_ || updated_ || kind_ == BodyKind::Expression) return;
    wrong_composition("A query that changes nothing needs a `RETURN` at its end",
                      query.clauses.empty() ? query.span : query.clauses.back().span);
}

PlannedBody ClausePlanner::run(const syntax::SingleQuery& query) {
    alone_ = kind_ == BodyKind::Statement && query.clauses.size() == 1;
    for (const auto& clause : query.clauses) {
        span_ = clause.span;
        if (result_.returns || finished_)
            wrong_composition("Nothing can follow `RETURN` or `FINISH`", clause.span);
        updated_ = false;
        std::visit(*this, clause.form);
    }
    check_end(query);
    result_.plan = std::move(plan_);
    return std::move(result_);
}

} // namespace lintas::query
