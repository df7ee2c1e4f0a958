// Statements that make or drop an index or a constraint.
#pragma once

#include "query/plan/index_steps.h"
#include "query/syntax/ast.h"

namespace lintas::query {

// Each throws for what cannot be an index or a constraint, and Unsupported for kinds that there are
// not yet.
SchemaStep plan_schema(const syntax::CreateIndex& statement, Span span);
SchemaStep plan_schema(const syntax::CreateConstraint& statement, Span span);
SchemaStep plan_schema(const syntax::DropSchema& statement, Span span);

} // namespace lintas::query
