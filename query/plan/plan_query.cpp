#include "query/plan/plan_query.h"

#include "query/plan/bind_change.h"
#include "query/plan/bind_creation.h"
#include "query/plan/bind_expression.h"
#include "query/plan/bind_operators.h"
#include "query/plan/pattern_graph.h"
#include "query/plan/plan_pattern.h"
#include "query/plan/plan_procedure_call.h"
#include "query/plan/plan_projection.h"
#include "query/plan/rows_at_once.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query {

namespace {

[[noreturn]] void unsupported(std::string_view what, Span span) {
    throw Error{ErrorCode::Unsupported, fmt::format("{} cannot run yet", what), span};
}

[[noreturn]] void wrong_composition(const std::string& message, Span span) {
    throw Error{ErrorCode::Syntax, ErrorDetail::InvalidClauseComposition, message, span};
}

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

// Clauses of one query part, from left to right.
class ClausePlanner {
public:
    ClausePlanner(Planning& planning, Scope scope, PlanPointer start, BodyKind kind)
        : planning_{planning}, scope_{std::move(scope)}, plan_{std::move(start)}, kind_{kind} {}

    PlannedBody run(const syntax::SingleQuery& query);
    // The body of a FOREACH.
    PlanPointer run_updates(const std::vector<syntax::Clause>& clauses);

    void operator()(const syntax::Match& match);
    void operator()(const syntax::Unwind& unwind);
    void operator()(const syntax::With& with);
    void operator()(const syntax::Return& result);
    void operator()(const syntax::CallSubquery& call);
    void operator()(const syntax::Let& let);
    void operator()(const syntax::Filter& filter);
    void operator()(const syntax::Create& create);
    void operator()(const syntax::Set& set);
    void operator()(const syntax::Remove& remove);
    void operator()(const syntax::Merge& merge);
    void operator()(const syntax::Delete& remove);
    void operator()(const syntax::Foreach& loop);
    void operator()(const syntax::CallProcedure& call);
    void operator()(const syntax::LoadCsv&) { unsupported("`LOAD CSV`", span_); }
    void operator()(const syntax::Finish&) { finished_ = true; }

private:
    void begin_update(std::string_view clause);
    void plan_paths(const std::vector<PatternPath>& paths);
    void plan_unit_call(ApplyStep apply, PlannedBody body);
    void check_end(const syntax::SingleQuery& query) const;
    // Reads all rows before it goes on.
    void eager();
    void plan_optional(const syntax::Match& match);
    void bind_new(const syntax::Name& name, const Binding& binding);
    Scope imported(const syntax::CallSubquery& call) const;

    Planning& planning_;
    Scope scope_;
    PlanPointer plan_;
    BodyKind kind_;
    Span span_;
    PlannedBody result_;
    bool updated_ = false; // by the last clause
    bool alone_ = false;   // the clause is the whole statement
    bool finished_ = false;
};

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

void ClausePlanner::eager() {
    const auto rows = plan_->estimated_rows;
    plan_ = make_plan(EagerStep{std::move(plan_)}, rows);
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
    ClausePlanner planner{planning_, std::move(inner), std::move(start), BodyKind::Foreach};
    step.inner = planner.run_updates(loop.updates);
    step.per_row = false;
    const auto rows = plan_->estimated_rows;
    step.input = std::move(plan_);
    plan_ = make_plan(std::move(step), rows);
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

void ClausePlanner::operator()(const syntax::With& with) {
    auto projected = plan_with(planning_, with, scope_, std::move(plan_));
    plan_ = std::move(projected.plan);
    scope_ = std::move(projected.scope);
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

// What a CALL subquery sees at its beginning: the variables of its scope clause; without one, those
// that its leading WITH names.
Scope ClausePlanner::imported(const syntax::CallSubquery& call) const {
    if (call.imports_all) return scope_;
    Scope seen;
    if (call.imports) {
        for (const auto& name : *call.imports) {
            const auto* binding = scope_.find(name.text);
            if (binding == nullptr)
                throw Error{ErrorCode::Syntax, ErrorDetail::UndefinedVariable,
                            fmt::format("Variable `{}` is not defined", name.text), name.span};
            seen.bind(name.text, *binding);
        }
        return seen;
    }
    const auto& first = call.query->parts.front().clauses;
    const auto leads_with =
        !first.empty() && std::holds_alternative<syntax::With>(first.front().form);
    return leads_with ? scope_ : seen;
}

void ClausePlanner::operator()(const syntax::CallSubquery& call) {
    if (call.transactions) unsupported("`CALL { ... } IN TRANSACTIONS`", span_);
    ApplyStep apply;
    ArgumentStep argument;
    const auto seen = imported(call);
    for (const auto& [name, binding] : seen.bindings()) {
        argument.slots.push_back(binding.slot);
        apply.imports.emplace_back(binding.slot, binding.slot);
    }
    apply.row_number = planning_.slots.add();
    argument.row_number = apply.row_number;
    apply.optional = call.optional;
    auto body =
        plan_body(planning_, *call.query, seen, make_plan(std::move(argument), 1), BodyKind::Call);
    for (std::size_t i = 0; i < body.slots.size(); ++i) {
        const auto slot = planning_.slots.add(body.columns[i]);
        apply.exports.emplace_back(body.slots[i], slot);
        bind_new({body.columns[i], span_}, {slot, kind_of(body.types[i]), body.types[i]});
    }
    if (body.writes) {
        updated_ = true;
        result_.writes = true;
        if (!body.returns) {
            plan_unit_call(std::move(apply), std::move(body));
            return;
        }
        eager();
    }
    apply.inner = std::move(body.plan);
    apply.per_row = body.writes || !rows_at_once(*apply.inner);
    const auto rows = plan_->estimated_rows * std::max(1.0, apply.inner->estimated_rows);
    apply.input = std::move(plan_);
    plan_ = make_plan(std::move(apply), rows);
    if (body.writes) eager();
}

// A subquery without RETURN changes the graph for each row and keeps the rows.
void ClausePlanner::plan_unit_call(ApplyStep apply, PlannedBody body) {
    const auto rows = plan_->estimated_rows;
    plan_ = make_plan(
        ForEachRowStep{std::move(plan_), std::move(body.plan), std::move(apply.imports), true},
        rows);
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

void ClausePlanner::check_end(const syntax::SingleQuery& query) const {
    if (result_.returns || finished_ || updated_ || kind_ == BodyKind::Expression) return;
    wrong_composition("A query that changes nothing needs a `RETURN` at its end",
                      query.clauses.empty() ? query.span : query.clauses.back().span);
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

void check_union(const syntax::Query& query, const std::vector<PlannedBody>& bodies) {
    for (const auto& [kind, span] : query.unions)
        if (kind != query.unions.front().first)
            wrong_composition("`UNION` and `UNION ALL` cannot be mixed in one query", span);
    for (std::size_t i = 1; i < bodies.size(); ++i)
        if (bodies[i].columns != bodies[0].columns)
            throw Error{ErrorCode::Syntax, ErrorDetail::DifferentColumnsInUnion,
                        fmt::format("The parts of a `UNION` need the same columns in the same "
                                    "order; found `{}` and `{}`",
                                    fmt::join(bodies[0].columns, "`, `"),
                                    fmt::join(bodies[i].columns, "`, `")),
                        query.unions[i - 1].second};
}

PlannedBody unite(Planning& planning, const syntax::Query& query, std::vector<PlannedBody> bodies) {
    check_union(query, bodies);
    PlannedBody result;
    result.returns = bodies[0].returns;
    result.writes = std::ranges::any_of(bodies, &PlannedBody::writes);
    result.columns = bodies[0].columns;
    UnionStep step;
    auto rows = 0.0;
    for (std::size_t i = 0; i < result.columns.size(); ++i) {
        result.slots.push_back(planning.slots.add(result.columns[i]));
        auto type = bodies[0].types[i];
        for (const auto& body : bodies) type = either(type, body.types[i]);
        result.types.push_back(type);
    }
    for (auto& body : bodies) {
        rows += body.plan->estimated_rows;
        step.parts.push_back({std::move(body.plan), std::move(body.slots)});
    }
    step.slots = result.slots;
    result.plan = make_plan(std::move(step), rows);
    if (query.unions.front().first == syntax::UnionKind::Distinct)
        result.plan = make_plan(DistinctStep{std::move(result.plan), result.slots}, rows);
    return result;
}

} // namespace

PlannedBody plan_body(Planning& planning, const syntax::Query& query, const Scope& scope,
                      PlanPointer start, BodyKind kind) {
    if (query.next) unsupported("`NEXT`", query.next->span);
    std::vector<PlannedBody> bodies;
    for (const auto& part : query.parts)
        bodies.push_back(ClausePlanner{planning, scope, start, kind}.run(part));
    if (bodies.size() == 1) return std::move(bodies[0]);
    return unite(planning, query, std::move(bodies));
}

} // namespace lintas::query
