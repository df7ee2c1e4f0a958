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
};

// An expression other than a variable needs AS in WITH. WITH's WHERE filters what is left after
// SKIP and LIMIT.
PlannedProjection plan_return(Planning& planning, const syntax::Projection& projection,
                              const Scope& scope, PlanPointer input);
PlannedProjection plan_with(Planning& planning, const syntax::With& with, const Scope& scope,
                            PlanPointer input);

} // namespace lintas::query
