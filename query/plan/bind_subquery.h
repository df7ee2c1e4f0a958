// Expressions that search the graph: EXISTS, COUNT and COLLECT subqueries, pattern predicates,
// pattern comprehensions and shortest paths as values.
#pragma once

#include "query/plan/bind_expression.h"

namespace lintas::query {

Bound bind_subquery(Planning& planning, const Scope& scope, const syntax::Subquery& subquery,
                    Span span);
Bound bind_pattern_predicate(Planning& planning, const Scope& scope,
                             const syntax::PathPattern& pattern, Span span);
Bound bind_pattern_comprehension(Planning& planning, const Scope& scope,
                                 const syntax::PatternComprehension& comprehension, Span span);
// shortestPath((a)-[*]->(b)) gives a path or null, allShortestPaths a list of paths.
Bound bind_shortest_expression(Planning& planning, const Scope& scope,
                               const syntax::PathPattern& pattern, Span span);

} // namespace lintas::query
