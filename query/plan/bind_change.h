// The items of SET, REMOVE and DELETE.
#pragma once

#include "query/plan/planning.h"
#include "query/plan/scope.h"
#include "query/plan/write_steps.h"
#include "query/syntax/ast.h"

#include <vector>

namespace lintas::query {

std::vector<Change> bind_set(Planning& planning, const Scope& scope,
                             const std::vector<syntax::SetItem>& items);
std::vector<Change> bind_remove(Planning& planning, const Scope& scope,
                                const std::vector<syntax::RemoveItem>& items);
// SyntaxError InvalidDelete or InvalidArgumentType for what cannot be deleted.
ExpressionPointer bind_delete(Planning& planning, const Scope& scope,
                              const syntax::Expression& target);

} // namespace lintas::query
