// Unary and binary operators.
#include "query/functions/operators.h"
#include "query/run/arithmetic.h"
#include "query/run/column_kernel.h"
#include "query/run/comparison.h"
#include "query/run/evaluator.h"
#include "query/run/membership.h"
#include "query/run/text_test.h"
#include "query/run/truths.h"
#include "query/run/with_span.h"

#include <ranges>

namespace lintas::query {

namespace {

bool is_logic(BinaryKind kind) {
    return kind == BinaryKind::And || kind == BinaryKind::Or || kind == BinaryKind::Xor;
}

// The operators to the left of each other, the leftmost last: a + b - c is (a + b) - c, and long
// sums must not exhaust the stack.
struct Joint {
    const BinaryExpression* form;
    Span span;
};
std::vector<Joint> left_spine(const BinaryExpression& top, Span span) {
    std::vector<Joint> joints{{&top, span}};
    while (const auto* left = std::get_if<BinaryExpression>(&joints.back().form->left->form)) {
        if (is_logic(left->kind)) break;
        joints.push_back({left, joints.back().form->left->span});
    }
    return joints;
}

Column test_null(const Column& column, bool wanted) {
    if (const auto* constant = column.get<Constant>()) {
        return Column{Constant{constant->value.is_null() == wanted, constant->rows}};
    }
    Booleans results(column.size(), !wanted);
    const auto nulls = column.nulls();
    for (std::size_t row = 0; row < nulls.size(); ++row) results[row] = (nulls[row] != 0) == wanted;
    if (const auto* boxes = column.get<Boxed>()) {
        for (std::size_t row = 0; row < boxes->size(); ++row) {
            results[row] = (*boxes)[row].is_null() == wanted;
        }
    }
    return Column{std::move(results)};
}

Column negate_truth(const Column& column, Span span) {
    auto truths = truths_of(column, "`NOT`", span);
    for (auto& truth : truths) truth = negation(truth);
    return column_of(truths);
}

std::string_view name_of(BinaryKind kind) {
    if (kind == BinaryKind::And) return "`AND`";
    return kind == BinaryKind::Or ? "`OR`" : "`XOR`";
}

Truth exclusive_or(Truth left, Truth right) {
    if (left == Truth::Null || right == Truth::Null) return Truth::Null;
    return left == right ? Truth::False : Truth::True;
}

} // namespace

Column Evaluator::operator()(const UnaryExpression& form) const {
    const auto column = operand(form.operand);
    switch (form.kind) {
        using enum UnaryKind;
    case Plus: return plus_column(*column);
    case Minus: return negate_column(*column);
    case Not: return negate_truth(*column, form.operand->span);
    case IsNull: return test_null(*column, true);
    case IsNotNull: return test_null(*column, false);
    }
    return {};
}

Column Evaluator::operator()(const BinaryExpression& form) const {
    if (is_logic(form.kind)) return logic(form);
    const auto joints = left_spine(form, span);
    const auto first = operand(joints.back().form->left);
    Column result;
    const Column* left = &*first;
    for (const auto& joint : joints | std::views::reverse) {
        result = with_span(joint.span, [&] { return join(*joint.form, *left); });
        left = &result;
    }
    return result;
}

Column Evaluator::join(const BinaryExpression& form, const Column& left) const {
    const auto right = operand(form.right);
    switch (form.kind) {
        using enum BinaryKind;
    case Or:
    case Xor:
    case And: break;
    case Equal:
    case NotEqual:
    case Less:
    case LessOrEqual:
    case Greater:
    case GreaterOrEqual: return compare_columns(form.kind, left, *right);
    case Add:
    case Subtract:
    case Multiply:
    case Divide:
    case Modulo:
    case Power:
    case Concatenate: return compute_columns(form.kind, left, *right);
    case StartsWith:
    case EndsWith:
    case Contains:
    case Matches: return test_texts(form.kind, left, *right);
    case In: return test_membership(left, *right, context.list_sets());
    }
    return logic(form);
}

// The right side is evaluated only for the rows that the left side has not decided: false decides
// AND, true decides OR, and nothing decides XOR.
Column Evaluator::logic(const BinaryExpression& form) const {
    auto truths = truths_of(*operand(form.left), name_of(form.kind), form.left->span);
    const auto decisive = form.kind == BinaryKind::And ? Truth::False : Truth::True;
    RowNumbers open;
    for (std::size_t row = 0; row < truths.size(); ++row) {
        const bool decided = form.kind != BinaryKind::Xor && truths[row] == decisive;
        if (!decided) open.push_back(static_cast<std::uint32_t>(row));
    }
    if (open.empty()) return column_of(truths);
    const auto& reached = open.size() == truths.size() ? batch : batch.select(open);
    const auto right =
        truths_of(*Operand{*form.right, reached, context}, name_of(form.kind), form.right->span);
    for (std::size_t at = 0; at < open.size(); ++at) {
        auto& left = truths[open[at]];
        if (form.kind == BinaryKind::Xor) {
            left = exclusive_or(left, right[at]);
        } else if (left != Truth::Null || right[at] == decisive) {
            left = right[at];
        }
    }
    return column_of(truths);
}

} // namespace lintas::query
