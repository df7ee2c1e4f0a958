// Written expressions -> bound expressions: names become slots, functions are found and their
// arguments checked, and what can be known of types before running is checked.
//
// Invariant: every compile-time error of an expression is thrown here, with its span, whether or
// not the graph has any data.
#pragma once

#include "query/plan/expression.h"
#include "query/plan/grouping.h"
#include "query/plan/planning.h"
#include "query/plan/scope.h"
#include "query/plan/static_type.h"
#include "query/syntax/ast.h"

#include <string>
#include <vector>

namespace lintas::query {

struct Bound {
    ExpressionPointer expression;
    StaticType type;
};

// Where an expression stands decides what may occur in it.
struct BindRules {
    // Projections with aggregates: collects them. nullptr: an aggregate is InvalidAggregation.
    Grouping* grouping = nullptr;
    // May a pattern stand for a boolean here? In predicates only.
    bool patterns = false;
    // Inside an aggregate's argument: no further aggregate, nothing random.
    bool in_aggregate = false;
    // Inside a comprehension, where no aggregate can stand.
    bool in_comprehension = false;
    // What the conditions of the innermost simple CASE test.
    const Bound* case_subject = nullptr;
};

class ExpressionBinder {
public:
    ExpressionBinder(Planning& planning, const Scope& scope, BindRules rules = {})
        : planning_{planning}, scope_{scope}, rules_{rules} {}

    Bound bind(const syntax::Expression& expression);
    // A predicate: a WHERE, the condition of a CASE. SyntaxError if it can never be a boolean.
    ExpressionPointer bind_predicate(const syntax::Expression& expression);

private:
    friend struct FormBinder;

    ExpressionBinder with(BindRules rules) const { return {planning_, scope_, rules}; }

    Planning& planning_;
    Scope scope_;
    BindRules rules_;
};

// A label expression as a formula; `%` is Any.
LabelFormula bind_labels(const syntax::LabelExpression& labels);

ExpressionPointer make(decltype(Expression::form) form, Span span = {});
ExpressionPointer slot_expression(Slot slot);
// left = right
ExpressionPointer slots_equal(Slot left, Slot right, Span span);
// left AND right; either may be nullptr.
ExpressionPointer conjunction(ExpressionPointer left, ExpressionPointer right);

} // namespace lintas::query
