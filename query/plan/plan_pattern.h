// Orders the search for a pattern: where to start, which relationship to follow next, and each
// predicate as soon as what it reads is bound.
#pragma once

#include "query/plan/make_plan.h"
#include "query/plan/pattern_graph.h"
#include "query/plan/plan.h"
#include "query/plan/planning.h"
#include "query/plan/scope.h"

namespace lintas::query {

// `input` binds the slots of `before`. `where` may be nullptr.
PlanPointer plan_pattern(Planning& planning, PatternGraph graph, const ExpressionPointer& where,
                         PlanPointer input, const Scope& before);

} // namespace lintas::query
