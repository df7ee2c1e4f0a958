#include "query/plan/bind_operators.h"

#include <fmt/format.h>

namespace lintas::query {

namespace {

StaticType number_type(const StaticType& left, const StaticType& right) {
    if (left.is_only(Accepts::Integer) && right.is_only(Accepts::Integer))
        return {Accepts::Integer, Accepts::Any};
    if (left.is_only(Accepts::Number) && right.is_only(Accepts::Number))
        return {Accepts::Number, Accepts::Any};
    return {};
}

StaticType sum_type(const StaticType& left, const StaticType& right) {
    if (left.is_only(Accepts::List) && right.is_only(Accepts::List))
        return list_of(left.element | right.element);
    if (left.is_only(Accepts::List) || right.is_only(Accepts::List)) return list_of(Accepts::Any);
    if (left.is_only(Accepts::String) && right.is_only(Accepts::String))
        return {Accepts::String, Accepts::Any};
    return number_type(left, right);
}

void check_binary(BinaryKind kind, std::string_view name, const Bound& left, const Bound& right) {
    const auto arithmetic = Accepts::Number | Accepts::Duration | Accepts::Temporal;
    switch (kind) {
    case BinaryKind::Or:
    case BinaryKind::Xor:
    case BinaryKind::And:
        need(name, Accepts::Boolean, left);
        need(name, Accepts::Boolean, right);
        return;
    case BinaryKind::Subtract:
    case BinaryKind::Multiply:
    case BinaryKind::Divide:
    case BinaryKind::Modulo:
    case BinaryKind::Power:
        need(name, arithmetic, left);
        need(name, arithmetic, right);
        return;
    case BinaryKind::In: need(name, Accepts::List, right); return;
    case BinaryKind::Equal:
    case BinaryKind::NotEqual:
    case BinaryKind::Less:
    case BinaryKind::LessOrEqual:
    case BinaryKind::Greater:
    case BinaryKind::GreaterOrEqual:
    case BinaryKind::Add:
    case BinaryKind::Concatenate:
    case BinaryKind::StartsWith:
    case BinaryKind::EndsWith:
    case BinaryKind::Contains:
    case BinaryKind::Matches: return;
    }
}

StaticType type_of(BinaryKind kind, const StaticType& left, const StaticType& right) {
    switch (kind) {
    case BinaryKind::Add:
    case BinaryKind::Concatenate: return sum_type(left, right);
    case BinaryKind::Subtract:
    case BinaryKind::Multiply:
    case BinaryKind::Divide:
    case BinaryKind::Modulo: return number_type(left, right);
    case BinaryKind::Power: return {Accepts::Float, Accepts::Any};
    case BinaryKind::Or:
    case BinaryKind::Xor:
    case BinaryKind::And:
    case BinaryKind::Equal:
    case BinaryKind::NotEqual:
    case BinaryKind::Less:
    case BinaryKind::LessOrEqual:
    case BinaryKind::Greater:
    case BinaryKind::GreaterOrEqual:
    case BinaryKind::StartsWith:
    case BinaryKind::EndsWith:
    case BinaryKind::Contains:
    case BinaryKind::Matches:
    case BinaryKind::In: return boolean_type;
    }
    return {};
}

// The written name of an operator, from the text between its operands' forms.
std::string_view name_of(BinaryKind kind) {
    switch (kind) {
    case BinaryKind::Or: return "`OR`";
    case BinaryKind::Xor: return "`XOR`";
    case BinaryKind::And: return "`AND`";
    case BinaryKind::Subtract: return "`-`";
    case BinaryKind::Multiply: return "`*`";
    case BinaryKind::Divide: return "`/`";
    case BinaryKind::Modulo: return "`%`";
    case BinaryKind::Power: return "`^`";
    case BinaryKind::In: return "`IN`";
    case BinaryKind::Add: return "`+`";
    case BinaryKind::Concatenate: return "`||`";
    case BinaryKind::StartsWith: return "`STARTS WITH`";
    case BinaryKind::EndsWith: return "`ENDS WITH`";
    case BinaryKind::Contains: return "`CONTAINS`";
    case BinaryKind::Matches: return "`=~`";
    case BinaryKind::Equal: return "`=`";
    case BinaryKind::NotEqual: return "`<>`";
    case BinaryKind::Less: return "`<`";
    case BinaryKind::LessOrEqual: return "`<=`";
    case BinaryKind::Greater: return "`>`";
    case BinaryKind::GreaterOrEqual: return "`>=`";
    }
    return "";
}

} // namespace

void need(std::string_view what, Accepts accepts, const Bound& operand) {
    if (operand.type.may_be(accepts)) return;
    throw Error{
        ErrorCode::Syntax, ErrorDetail::InvalidArgumentType,
        fmt::format("{} needs {}, not {}", what, describe(accepts), describe(operand.type.accepts)),
        operand.expression->span};
}

BinaryKind binary_kind(syntax::BinaryOperator what) {
    switch (what) {
    case syntax::BinaryOperator::Or: return BinaryKind::Or;
    case syntax::BinaryOperator::Xor: return BinaryKind::Xor;
    case syntax::BinaryOperator::And: return BinaryKind::And;
    case syntax::BinaryOperator::Add: return BinaryKind::Add;
    case syntax::BinaryOperator::Subtract: return BinaryKind::Subtract;
    case syntax::BinaryOperator::Multiply: return BinaryKind::Multiply;
    case syntax::BinaryOperator::Divide: return BinaryKind::Divide;
    case syntax::BinaryOperator::Modulo: return BinaryKind::Modulo;
    case syntax::BinaryOperator::Power: return BinaryKind::Power;
    case syntax::BinaryOperator::Concatenate: return BinaryKind::Concatenate;
    case syntax::BinaryOperator::StartsWith: return BinaryKind::StartsWith;
    case syntax::BinaryOperator::EndsWith: return BinaryKind::EndsWith;
    case syntax::BinaryOperator::Contains: return BinaryKind::Contains;
    case syntax::BinaryOperator::Matches: return BinaryKind::Matches;
    case syntax::BinaryOperator::In: return BinaryKind::In;
    }
    return BinaryKind::And;
}

BinaryKind binary_kind(syntax::ComparisonOperator what) {
    switch (what) {
    case syntax::ComparisonOperator::Equal: return BinaryKind::Equal;
    case syntax::ComparisonOperator::NotEqual: return BinaryKind::NotEqual;
    case syntax::ComparisonOperator::Less: return BinaryKind::Less;
    case syntax::ComparisonOperator::LessOrEqual: return BinaryKind::LessOrEqual;
    case syntax::ComparisonOperator::Greater: return BinaryKind::Greater;
    case syntax::ComparisonOperator::GreaterOrEqual: return BinaryKind::GreaterOrEqual;
    }
    return BinaryKind::Equal;
}

UnaryKind unary_kind(syntax::UnaryOperator what) {
    switch (what) {
    case syntax::UnaryOperator::Plus: return UnaryKind::Plus;
    case syntax::UnaryOperator::Minus: return UnaryKind::Minus;
    case syntax::UnaryOperator::Not: return UnaryKind::Not;
    case syntax::UnaryOperator::IsNull: return UnaryKind::IsNull;
    case syntax::UnaryOperator::IsNotNull: return UnaryKind::IsNotNull;
    }
    return UnaryKind::Plus;
}

Bound bind_normalized(const Bound& operand, const syntax::NormalizedTest& test, Slot slot,
                      Span span) {
    const auto text = make(SlotExpression{slot}, operand.expression->span);
    const auto normal = make(FunctionExpression{find_function("normalize"),
                                                {text, make(ConstantExpression{test.form}, span)}},
                             span);
    const auto kind = test.negated ? BinaryKind::NotEqual : BinaryKind::Equal;
    const auto answer = make(BinaryExpression{kind, text, normal}, span);
    const auto is_text = make(TypeTestExpression{text, false, "STRING NOT NULL"}, span);
    return {make(CaseExpression{{{is_text, answer}}, nullptr, operand.expression, slot}, span),
            boolean_type};
}

Bound bind_binary(BinaryKind kind, Bound left, Bound right, Span span) {
    check_binary(kind, name_of(kind), left, right);
    const auto type = type_of(kind, left.type, right.type);
    return {
        make(BinaryExpression{kind, std::move(left.expression), std::move(right.expression)}, span),
        type};
}

} // namespace lintas::query
