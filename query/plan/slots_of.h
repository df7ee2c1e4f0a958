// Which slots an expression reads, and its conjuncts: what the planner needs to know to put a
// predicate as early as it can run.
#pragma once

#include "query/plan/expression.h"

#include <set>
#include <vector>

namespace lintas::query {

// Slots that the expression reads from its row; variables of its own comprehensions are not among
// them. A subquery reads its imports.
std::set<Slot> slots_of(const Expression& expression);

// a AND b AND c -> {a, b, c}
std::vector<ExpressionPointer> conjuncts_of(const ExpressionPointer& expression);

// Does its value depend on nothing but constants and parameters?
bool is_constant(const Expression& expression);

} // namespace lintas::query
