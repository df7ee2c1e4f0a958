// Clauses that run something else for each row: procedures and subqueries.
#include "query/plan/bind_expression.h"
#include "query/plan/clause_planner.h"
#include "query/plan/plan_pattern.h"
#include "query/plan/plan_procedure_call.h"
#include "query/plan/rows_at_once.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace lintas::query {

namespace {

PartFailure failure_of(syntax::OnError on_error) {
    switch (on_error) {
    case syntax::OnError::Fail: return PartFailure::Ends;
    case syntax::OnError::Continue: return PartFailure::Continues;
    case syntax::OnError::Break: return PartFailure::Breaks;
    }
    return PartFailure::Ends;
}

} // namespace

// What a CALL subquery sees at its beginning; without a scope clause each part takes of it what
// its leading WITH names.
Scope ClausePlanner::imported(const syntax::CallSubquery& call) const {
    if (call.imports_all || !call.imports) return scope_;
    Scope seen;
    for (const auto& name : *call.imports) {
        const auto* binding = scope_.find(name.text);
        if (binding == nullptr) throw undefined_variable(scope_, name.text, name.span);
        seen.bind(name.text, *binding);
    }
    return seen;
}

void ClausePlanner::operator()(const syntax::CallSubquery& call) {
    if (call.transactions) return commit_in_parts(call);
    join_subquery(call);
}

void ClausePlanner::join_subquery(const syntax::CallSubquery& call) {
    const auto seen = imported(call);
    const auto beginning = begin_subquery(planning_, seen);
    const auto kind = call.imports ? BodyKind::Call : BodyKind::ImportingCall;
    join(plan_body(planning_, *call.query, seen, beginning, kind), beginning, call.optional);
}

void ClausePlanner::check_transactions(const syntax::InTransactions& transactions) const {
    constexpr std::string_view what = "`CALL { ... } IN TRANSACTIONS`";
    if (kind_ != BodyKind::Statement)
        wrong_composition(fmt::format("{} cannot stand inside another subquery", what), span_);
    if (planning_.writes)
        wrong_composition(
            fmt::format("{} cannot follow a clause that changes the graph itself", what), span_);
    if (transactions.report && transactions.on_error == syntax::OnError::Fail)
        wrong_composition("`REPORT STATUS` needs `ON ERROR CONTINUE` or `ON ERROR BREAK`",
                          transactions.report->span);
}

// One writer at a time means that `CONCURRENT` parts run one after the other, too.
void ClausePlanner::commit_in_parts(const syntax::CallSubquery& call) {
    const auto& transactions = *call.transactions;
    check_transactions(transactions);
    const auto rows = plan_->estimated_rows;
    TransactionsStep step;
    step.input = std::exchange(plan_, make_plan(ArgumentStep{}, rows));
    const auto before = scope_;
    join_subquery(call);
    step.body = std::move(plan_);
    for (const auto& [name, binding] : scope_.bindings())
        if (before.find(name) == nullptr) step.results.push_back(binding.slot);
    if (transactions.rows)
        step.size = ExpressionBinder{planning_, Scope{}}.bind(*transactions.rows).expression;
    if (transactions.concurrent)
        ExpressionBinder{planning_, Scope{}}.bind(*transactions.concurrent);
    step.on_failure = failure_of(transactions.on_error);
    if (transactions.report) {
        step.status = planning_.slots.add(transactions.report->text);
        bind_new(*transactions.report, {*step.status, VariableKind::Value, {Accepts::Map}});
    }
    plan_ = make_plan(std::move(step), rows);
    eager();
    planning_.writes = false;
    planning_.in_transactions = true;
}

// Gives each row the rows of the body. One without RETURN keeps the rows as they are.
void ClausePlanner::join(PlannedBody body, const Beginning& beginning, bool optional) {
    if (body.writes) {
        updated_ = true;
        result_.writes = true;
    }
    const auto rows = plan_->estimated_rows;
    if (!body.returns) {
        updated_ = true;
        plan_ = make_plan(
            ForEachRowStep{std::move(plan_), std::move(body.plan), beginning.imports, true}, rows);
        return;
    }
    if (body.writes) eager();
    ApplyStep apply;
    for (std::size_t i = 0; i < body.slots.size(); ++i) {
        const auto slot = planning_.slots.add(body.columns[i]);
        apply.exports.emplace_back(body.slots[i], slot);
        bind_new({body.columns[i], span_}, {slot, kind_of(body.types[i]), body.types[i]});
    }
    apply.imports = beginning.imports;
    apply.row_number = beginning.row_number;
    apply.optional = optional;
    apply.per_row = body.writes || !rows_at_once(*body.plan);
    const auto matched = rows * std::max(1.0, body.plan->estimated_rows);
    apply.inner = std::move(body.plan);
    apply.input = std::move(plan_);
    plan_ = make_plan(std::move(apply), matched);
    if (body.writes) eager();
}

// The rows of a branch for the rows of `beginning` that fulfil the condition.
PlannedBody ClausePlanner::plan_branch(const syntax::Query& query, const Scope& scope,
                                       const Beginning& beginning, ExpressionPointer condition) {
    const auto own = begin_subquery(planning_, scope);
    const auto kind = kind_ == BodyKind::Expression ? BodyKind::Expression : BodyKind::Call;
    auto body = plan_body(planning_, query, scope, own, kind);
    auto chosen = filtered(beginning.plan, std::move(condition));
    const auto rows = body.plan->estimated_rows;
    if (!body.returns) {
        body.plan = make_plan(
            ForEachRowStep{std::move(chosen), std::move(body.plan), own.imports, true}, rows);
        return body;
    }
    ApplyStep apply{std::move(chosen), std::move(body.plan), own.imports, {}, own.row_number};
    for (const auto slot : body.slots) apply.exports.emplace_back(slot, slot);
    apply.per_row = true;
    body.plan = make_plan(std::move(apply), rows);
    return body;
}

// WHEN ... THEN: the number of the branch is computed once for each row; each branch then runs on
// its rows.
void ClausePlanner::operator()(const syntax::Conditional& conditional) {
    CaseExpression choice;
    std::int64_t number = 0;
    for (const auto& branch : conditional.branches) {
        auto when = ExpressionBinder{planning_, scope_}.bind_predicate(*branch.condition);
        choice.branches.emplace_back(std::move(when), make(ConstantExpression{Value{number++}}));
    }
    choice.otherwise = make(ConstantExpression{Value{number}});
    const auto chosen = planning_.slots.add();
    const auto rows = plan_->estimated_rows;
    plan_ =
        make_plan(ProjectStep{std::move(plan_), {{chosen, make(std::move(choice), span_)}}}, rows);

    auto beginning = begin_subquery(planning_, scope_);
    beginning.imports.emplace_back(chosen, chosen);
    const auto is_chosen = [&](std::size_t branch) {
        auto wanted = make(ConstantExpression{Value{static_cast<std::int64_t>(branch)}});
        return make(
            BinaryExpression{BinaryKind::Equal, slot_expression(chosen), std::move(wanted)});
    };
    std::vector<PlannedBody> bodies;
    std::vector<Span> seams;
    for (const auto& branch : conditional.branches) {
        bodies.push_back(plan_branch(*branch.query, scope_, beginning, is_chosen(bodies.size())));
        if (bodies.size() > 1) seams.push_back(branch.query->span);
    }
    if (conditional.otherwise) {
        seams.push_back(conditional.otherwise->span);
        bodies.push_back(
            plan_branch(*conditional.otherwise, scope_, beginning, is_chosen(bodies.size())));
    }
    auto body = unite(planning_, std::move(bodies), seams, "branches of `WHEN`");
    result_.returns = body.returns;
    result_.columns = body.columns;
    result_.types = body.types;
    scope_ = Scope{}; // the branches may give their columns any name
    join(std::move(body), beginning, false);
    for (const auto& column : result_.columns) result_.slots.push_back(scope_.find(column)->slot);
    finished_ = true;
}

void ClausePlanner::operator()(const syntax::CallProcedure& call) {
    auto planned = plan_procedure_call(planning_, scope_, call, std::move(plan_), alone_, span_);
    plan_ = std::move(planned.plan);
    for (const auto& column : planned.columns) {
        bind_new(column.name, {column.slot, kind_of(column.type), column.type});
        if (!alone_) continue;
        result_.columns.push_back(column.name.text);
        result_.slots.push_back(column.slot);
        result_.types.push_back(column.type);
    }
    if (call.where)
        plan_ = filtered(std::move(plan_),
                         ExpressionBinder{planning_, scope_}.bind_predicate(*call.where));
    result_.returns = alone_;
    // A procedure without columns is called for what it does.
    updated_ = planned.columns.empty();
}

} // namespace lintas::query
