// WITH and RETURN: projection, grouping, DISTINCT, ORDER BY, SKIP and LIMIT.
#pragma once

#include "query/plan/plan.h"
#include "query/plan/planning.h"
#include "query/plan/scope.h"
#include "query/syntax/ast.h"

#include <string>
#include <vector>

namespace lintas::query {

struct PlannedProjection {
    PlanPointer plan;
    // Names, slots and types of the items, as written.
    std::vector<std::string> columns;
    std::vector<Slot> slots;
    std::vector<StaticType> types;
    // What follows: the projected names only.
    Scope scope;
    // What WHERE after WITH sees: also the incoming names, unless they were grouped or made
    // distinct.
    Scope where_scope;
};

// `needs_alias`: WITH, where an expression other than a variable needs AS.
PlannedProjection plan_projection(Planning& planning, const syntax::Projection& projection,
                                  const Scope& scope, PlanPointer input, bool needs_alias);

} // namespace lintas::query
