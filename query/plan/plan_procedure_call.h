// CALL of a procedure: finds it, checks its arguments, and says which columns it brings.
#pragma once

#include "query/plan/plan.h"
#include "query/plan/planning.h"
#include "query/plan/scope.h"
#include "query/syntax/ast.h"

#include <string_view>
#include <vector>

namespace lintas::query {

struct YieldedColumn {
    syntax::Name name;
    Slot slot;
    StaticType type;
};

struct PlannedCall {
    PlanPointer plan;
    std::vector<YieldedColumn> columns;
};

// The number of a column that is called by `name`; `called` stands before the procedure's name
// where there is none, which is an error.
std::size_t column_named(const Procedure& procedure, const syntax::Name& name,
                         std::string_view called);

// `alone`: the call is the whole statement. Then it may leave out its arguments, which are the
// parameters of the same names, and its YIELD, which is all columns.
PlannedCall plan_procedure_call(Planning& planning, const Scope& scope,
                                const syntax::CallProcedure& call, PlanPointer input, bool alone,
                                Span span);

} // namespace lintas::query
