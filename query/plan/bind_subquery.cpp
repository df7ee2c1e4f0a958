#include "query/plan/bind_subquery.h"

#include "query/plan/beginning.h"
#include "query/plan/bind_operators.h"
#include "query/plan/check_pattern.h"
#include "query/plan/pattern_graph.h"
#include "query/plan/plan_pattern.h"
#include "query/plan/plan_query.h"
#include "query/plan/rows_at_once.h"

namespace lintas::query {

namespace {

ExpressionPointer finish(Beginning beginning, SubqueryResult result, PlanPointer plan, Slot value,
                         Span span) {
    const auto per_row = !rows_at_once(*plan);
    return make(SubqueryExpression{result, std::move(plan), std::move(beginning.imports),
                                   beginning.row_number, value, per_row},
                span);
}

SubqueryResult result_of(syntax::SubqueryKind kind) {
    switch (kind) {
    case syntax::SubqueryKind::Exists: return SubqueryResult::Exists;
    case syntax::SubqueryKind::Count: return SubqueryResult::Count;
    case syntax::SubqueryKind::Collect: return SubqueryResult::List;
    }
    return SubqueryResult::Exists;
}

StaticType type_of(SubqueryResult result) {
    switch (result) {
    case SubqueryResult::Exists: return boolean_type;
    case SubqueryResult::Count: return {Accepts::Integer, Accepts::Any};
    case SubqueryResult::List: return list_of(Accepts::Any);
    }
    return {};
}

Slot only_column(const PlannedBody& body, Span span) {
    if (body.slots.size() == 1) return body.slots[0];
    throw Error{ErrorCode::Syntax, ErrorDetail::InvalidClauseComposition,
                "`COLLECT { ... }` needs a `RETURN` of exactly one column", span};
}

} // namespace

Bound bind_subquery(Planning& planning, const Scope& scope, const syntax::Subquery& subquery,
                    Span span) {
    auto beginning = begin_subquery(planning, scope);
    auto body = plan_body(planning, *subquery.query, scope, beginning, BodyKind::Expression);
    const auto result = result_of(subquery.kind);
    const auto value = result == SubqueryResult::List ? only_column(body, span) : Slot{};
    return {finish(std::move(beginning), result, std::move(body.plan), value, span),
            type_of(result)};
}

Bound bind_pattern_predicate(Planning& planning, const Scope& scope,
                             const syntax::PathPattern& pattern, Span span) {
    auto beginning = begin_subquery(planning, scope);
    auto inner = scope;
    auto graph = bind_pattern(planning, inner, pattern, {.may_bind = false});
    auto plan = plan_pattern(planning, std::move(graph), nullptr, beginning.plan, scope);
    return {finish(std::move(beginning), SubqueryResult::Exists, std::move(plan), Slot{}, span),
            boolean_type};
}

Bound bind_pattern_comprehension(Planning& planning, const Scope& scope,
                                 const syntax::PatternComprehension& comprehension, Span span) {
    auto beginning = begin_subquery(planning, scope);
    auto inner = scope;
    auto graph = bind_pattern(planning, inner, *comprehension.pattern);
    ExpressionBinder binder{planning, inner, {.in_comprehension = true}};
    const auto where =
        comprehension.filter ? binder.bind_predicate(*comprehension.filter) : nullptr;
    auto plan = plan_pattern(planning, std::move(graph), where, beginning.plan, scope);
    auto value = binder.bind(*comprehension.result);
    const auto slot = planning.slots.add();
    const auto rows = plan->estimated_rows;
    plan = make_plan(ProjectStep{std::move(plan), {{slot, std::move(value.expression)}}}, rows);
    return {finish(std::move(beginning), SubqueryResult::List, std::move(plan), slot, span),
            list_of(value.type.accepts)};
}

Bound bind_shortest_expression(Planning& planning, const Scope& scope,
                               const syntax::PathPattern& pattern, Span span) {
    check_shortest_form(pattern);
    auto beginning = begin_subquery(planning, scope);
    auto inner = scope;
    auto graph = bind_pattern(planning, inner, pattern, {.may_bind = false});
    std::vector<Slot> elements{graph.nodes[graph.relationships[0].left].slot,
                               graph.relationships[0].slot,
                               graph.nodes[graph.relationships[0].right].slot};
    auto plan = plan_pattern(planning, std::move(graph), nullptr, beginning.plan, scope);
    const auto slot = planning.slots.add();
    plan =
        make_plan(ProjectStep{std::move(plan), {{slot, make(PathExpression{elements}, span)}}}, 1);
    auto paths = finish(std::move(beginning), SubqueryResult::List, std::move(plan), slot, span);
    if (pattern.shortest == syntax::ShortestFunction::AllShortestPaths)
        return {std::move(paths), list_of(Accepts::Path)};
    return {make(FunctionExpression{find_function("head"), {std::move(paths)}}, span),
            {Accepts::Path, Accepts::Any}};
}

} // namespace lintas::query
