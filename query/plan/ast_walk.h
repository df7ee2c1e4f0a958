// Visits the parts of a written expression.
#pragma once

#include "query/syntax/ast.h"

#include <functional>

namespace lintas::query {

using ExpressionVisitor = std::function<void(const syntax::Expression&)>;

// Calls `visit` with each direct part of the expression that is evaluated in the same query: not
// with what lies inside a subquery or a pattern.
void for_each_part(const syntax::Expression& expression, const ExpressionVisitor& visit);

} // namespace lintas::query
