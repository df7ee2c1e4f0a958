// Operators: which bound operator a written one is, what its operands may be, what it gives.
#pragma once

#include "query/plan/bind_expression.h"

#include <string_view>

namespace lintas::query {

inline constexpr auto boolean_type = StaticType{Accepts::Boolean, Accepts::Any};

BinaryKind binary_kind(syntax::BinaryOperator what);
BinaryKind binary_kind(syntax::ComparisonOperator what);
UnaryKind unary_kind(syntax::UnaryOperator what);

// SyntaxError InvalidArgumentType unless the operand may have one of the types.
void need(std::string_view what, Accepts accepts, const Bound& operand);

// The test as a CASE over `slot`, which the operand's value gets: null for what is no text.
Bound bind_normalized(const Bound& operand, const syntax::NormalizedTest& test, Slot slot,
                      Span span);

// Checks the operands and builds the operator.
Bound bind_binary(BinaryKind kind, Bound left, Bound right, Span span);

} // namespace lintas::query
