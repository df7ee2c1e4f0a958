// Clauses -> plan: walks a query clause by clause, keeping the scope and the plan so far.
#pragma once

#include "query/plan/plan.h"
#include "query/plan/planning.h"
#include "query/plan/scope.h"
#include "query/syntax/ast.h"

#include <string>
#include <vector>

namespace lintas::query {

// What a body of clauses gives: nothing (no RETURN), or columns.
struct PlannedBody {
    PlanPointer plan;
    bool returns = false;
    std::vector<std::string> columns;
    std::vector<Slot> slots;
    std::vector<StaticType> types;
    bool writes = false;
};

// Where a query stands. An expression's subquery may do without RETURN and may not update.
enum class BodyKind { Statement, Call, Foreach, Expression };

// `scope` is what the query sees at its beginning, `start` binds its slots.
PlannedBody plan_body(Planning& planning, const syntax::Query& query, const Scope& scope,
                      PlanPointer start, BodyKind kind);

} // namespace lintas::query
