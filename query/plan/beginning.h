// The rows of an outer query as the beginning of a subquery, and how its later clauses go on seeing
// them.
//
// Invariant: `plan` is an ArgumentStep over all slots of the scope, with a row number.
#pragma once

#include "query/plan/plan.h"
#include "query/plan/planning.h"
#include "query/plan/scope.h"

#include <utility>
#include <vector>

namespace lintas::query {

struct Beginning {
    PlanPointer plan;
    std::vector<std::pair<Slot, Slot>> imports;
    Slot row_number{};
};

Beginning begin_subquery(Planning& planning, const Scope& scope);

// What all clauses of a subquery see, whatever its WITH leave out. Empty scope: nothing.
struct Outer {
    Scope scope;
    Beginning beginning;
};

// `scope` with the outer names that it lacks. Where `grouped`, the plan has lost their slots, and
// the result brings them back.
PlanPointer with_outer(PlanPointer plan, const Outer& outer, Scope& scope, bool grouped);

} // namespace lintas::query
