// What the nodes and relationships of a pattern demand, one at a time.
#pragma once

#include "query/plan/expression.h"
#include "query/plan/path_search.h"
#include "query/plan/planning.h"
#include "query/plan/scope.h"
#include "query/syntax/ast.h"

#include <string>
#include <vector>

namespace lintas::query {

ExpandDirection direction_of(syntax::ArrowKind arrow);

// What a node in the slot has to fulfil besides the labels that are joined by AND only: those are
// added to `labels`. nullptr: nothing.
ExpressionPointer node_demands(Planning& planning, const Scope& scope,
                               const syntax::NodePattern& pattern, Slot slot,
                               std::vector<std::string>& labels);
// Likewise of a relationship besides the types that are joined by OR only, which go to `types`.
ExpressionPointer relationship_demands(Planning& planning, const Scope& scope,
                                       const syntax::RelationshipPattern& pattern, Slot slot,
                                       std::vector<std::string>& types);

// nullptr for no labels.
ExpressionPointer has_labels(Slot node, const std::vector<std::string>& labels);

// SyntaxError VariableTypeConflict.
[[noreturn]] void refuse_kind(const syntax::Name& name, VariableKind found, VariableKind wanted);
// SyntaxError RelationshipUniquenessViolation.
[[noreturn]] void refuse_second_use(const syntax::Name& relationship);

} // namespace lintas::query
