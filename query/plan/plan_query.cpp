#include "query/plan/plan_query.h"

#include "query/plan/clause_planner.h"
#include "query/plan/plan_pattern.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query {

namespace {

void check_union(const syntax::Query& query) {
    for (const auto& [kind, span] : query.unions)
        if (kind != query.unions.front().first)
            wrong_composition("`UNION` and `UNION ALL` cannot be mixed in one query", span);
}

PlannedBody unite_parts(Planning& planning, const syntax::Query& query,
                        std::vector<PlannedBody> bodies) {
    check_union(query);
    std::vector<Span> seams;
    for (const auto& [kind, span] : query.unions) seams.push_back(span);
    auto result = unite(planning, std::move(bodies), seams, "parts of a `UNION`");
    if (query.unions.front().first == syntax::UnionKind::All) return result;
    const auto rows = result.plan->estimated_rows;
    result.plan = make_plan(DistinctStep{std::move(result.plan), result.slots}, rows);
    return result;
}

// What a part of the subquery sees: of an importing CALL the variables that its leading WITH names.
Scope seen_by(const syntax::SingleQuery& part, const Scope& scope, BodyKind kind) {
    if (kind != BodyKind::ImportingCall) return scope;
    const auto* with = std::get_if<syntax::With>(&part.clauses.front().form);
    if (with == nullptr) return {};
    const auto is_plain = [](const syntax::ProjectionItem& item) {
        const auto* variable = std::get_if<syntax::Variable>(&item.value->form);
        return variable != nullptr && (!item.alias || item.alias->text == variable->name);
    };
    return std::ranges::all_of(with->projection.items, is_plain) ? scope : Scope{};
}

PlannedBody plan_parts(Planning& planning, const syntax::Query& query, const Scope& scope,
                       const PlanPointer& start, BodyKind kind, const Outer& outer) {
    std::vector<PlannedBody> bodies;
    for (const auto& part : query.parts)
        bodies.push_back(
            ClausePlanner{planning, seen_by(part, scope, kind), start, kind, outer}.run(part));
    if (bodies.size() == 1) return std::move(bodies[0]);
    return unite_parts(planning, query, std::move(bodies));
}

PlanPointer argument_of(const Scope& scope) {
    ArgumentStep argument;
    for (const auto& [name, binding] : scope.bindings()) argument.slots.push_back(binding.slot);
    return make_plan(std::move(argument), 1);
}

// q1 NEXT q2: q2 begins with the rows of q1. The parts of a UNION each begin with all of them, and
// go on seeing the outer names up to their first WITH.
PlannedBody plan_next(Planning& planning, PlannedBody body, const syntax::Query& next,
                      BodyKind kind, const Outer& outer) {
    if (!body.returns)
        wrong_composition("The query before `NEXT` needs a `RETURN`, whose rows the next one takes",
                          next.span);
    Scope scope;
    for (std::size_t i = 0; i < body.columns.size(); ++i)
        scope.bind(body.columns[i], {body.slots[i], kind_of(body.types[i]), body.types[i]});
    body.plan = with_outer(std::move(body.plan), outer, scope, true);
    const auto next_kind = kind == BodyKind::ImportingCall ? BodyKind::Call : kind;
    PlannedBody result;
    if (next.parts.size() == 1) {
        result = plan_parts(planning, next, scope, std::move(body.plan), next_kind, outer);
    } else {
        result = plan_parts(planning, next, scope, argument_of(scope), next_kind, {});
        const auto rows = result.plan->estimated_rows;
        result.plan = make_plan(PipeStep{std::move(body.plan), std::move(result.plan)}, rows);
    }
    result.writes = result.writes || body.writes;
    return result;
}

} // namespace

PlannedBody unite(Planning& planning, std::vector<PlannedBody> bodies, std::span<const Span> seams,
                  std::string_view what) {
    for (std::size_t i = 1; i < bodies.size(); ++i)
        if (bodies[i].columns != bodies[0].columns)
            throw Error{ErrorCode::Syntax, ErrorDetail::DifferentColumnsInUnion,
                        fmt::format("The {} need the same columns in the same order; found `{}` "
                                    "and `{}`",
                                    what, fmt::join(bodies[0].columns, "`, `"),
                                    fmt::join(bodies[i].columns, "`, `")),
                        seams[i - 1]};
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
    return result;
}

PlannedBody plan_body(Planning& planning, const syntax::Query& query, const Scope& scope,
                      const Beginning& beginning, BodyKind kind) {
    const auto keeps_outer = kind == BodyKind::Call || kind == BodyKind::Expression;
    const Outer outer{keeps_outer ? scope : Scope{}, beginning};
    auto body = plan_parts(planning, query, scope, beginning.plan, kind, outer);
    for (const auto* next = query.next.get(); next != nullptr; next = next->next.get())
        body = plan_next(planning, std::move(body), *next, kind, outer);
    return body;
}

} // namespace lintas::query
