// Clauses -> plan: walks a query clause by clause, keeping the scope and the plan so far.
#pragma once

#include "query/plan/beginning.h"
#include "query/plan/plan.h"
#include "query/plan/planning.h"
#include "query/plan/scope.h"
#include "query/syntax/ast.h"

#include <span>
#include <string>
#include <string_view>
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

// Where a query stands. An expression's subquery may do without RETURN and may not update. An
// importing CALL has no scope clause: it sees what its leading WITH names.
enum class BodyKind { Statement, Call, ImportingCall, Foreach, Expression };

// `scope` is what the query sees at its beginning. All clauses of a Call and of an Expression see
// it; otherwise a WITH takes away what it does not name.
PlannedBody plan_body(Planning& planning, const syntax::Query& query, const Scope& scope,
                      const Beginning& beginning, BodyKind kind);

// The rows of all bodies, one body after the other. `seams` lie between them; `what` names them in
// the message for columns that differ.
PlannedBody unite(Planning& planning, std::vector<PlannedBody> bodies, std::span<const Span> seams,
                  std::string_view what);

} // namespace lintas::query
