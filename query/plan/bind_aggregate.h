// Aggregates, and what an aggregating item may repeat beside them.
#pragma once

#include "query/plan/bind_expression.h"

#include <optional>
#include <string_view>

namespace lintas::query {

// Where an aggregate stands that must not: InvalidAggregation, or NestedAggregation.
[[noreturn]] void no_aggregate_here(std::string_view name, const BindRules& rules, Span span);

// Inside an aggregating item (rules.grouping is set): an aggregate, or a grouping key. nullopt for
// other forms, whose parts are bound in turn. AmbiguousAggregationExpression for a variable or a
// property that is no grouping key.
std::optional<Bound> bind_grouped(Planning& planning, const Scope& locals, const BindRules& rules,
                                  const syntax::Expression& expression);

} // namespace lintas::query
