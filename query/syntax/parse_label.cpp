// Label expressions: A&B, A|B, !A, %, and the old A:B and A|:B.
#include "query/syntax/balanced_run.h"
#include "query/syntax/grammar.h"

namespace lintas::query::syntax {

namespace {

template <typename Form> LabelExpressionPointer join(std::vector<LabelExpressionPointer> operands) {
    return build_balanced(operands, 0, operands.size(), [](auto left, auto right) {
        const Span span{left->span.begin, right->span.end};
        return std::make_unique<LabelExpression>(
            LabelExpression{Form{std::move(left), std::move(right)}, span});
    });
}

} // namespace

LabelExpressionPointer Grammar::label_expression() {
    const Nested nested{*this};
    std::vector<LabelExpressionPointer> operands;
    operands.push_back(label_and());
    while (cursor_.at(TokenKind::Bar) && cursor_.position() != bar_) {
        check_chain(operands.size());
        cursor_.advance();
        cursor_.accept(TokenKind::Colon);
        operands.push_back(label_and());
    }
    return join<LabelOr>(std::move(operands));
}

LabelExpressionPointer Grammar::label_and() {
    std::vector<LabelExpressionPointer> operands;
    operands.push_back(label_not());
    while (cursor_.accept(TokenKind::Ampersand) || cursor_.accept(TokenKind::Colon)) {
        check_chain(operands.size());
        operands.push_back(label_not());
    }
    return join<LabelAnd>(std::move(operands));
}

LabelExpressionPointer Grammar::label_not() {
    const auto first = cursor_.position();
    if (!cursor_.accept(TokenKind::Exclamation)) return label_atom();
    const Nested nested{*this};
    auto operand = label_not();
    return make_label({LabelNot{std::move(operand)}, {}}, first);
}

LabelExpressionPointer Grammar::label_atom() {
    const auto first = cursor_.position();
    if (cursor_.accept(TokenKind::Percent)) return make_label({LabelAny{}, {}}, first);
    if (cursor_.accept(TokenKind::LeftParenthesis)) {
        auto result = label_expression();
        cursor_.expect(TokenKind::RightParenthesis, "`)`, `&` or `|`");
        result->span = cursor_.span_from(first);
        return result;
    }
    auto name = cursor_.expect_name("a label or type");
    return make_label({LabelName{std::move(name.text)}, {}}, first);
}

LabelExpressionPointer Grammar::make_label(LabelExpression label, std::size_t first) const {
    label.span = cursor_.span_from(first);
    return std::make_unique<LabelExpression>(std::move(label));
}

} // namespace lintas::query::syntax
