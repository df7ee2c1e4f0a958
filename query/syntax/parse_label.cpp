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

// The old sign of AND stands alone: with others beside it, it would not be clear what it joins.
void Grammar::check_label_signs(std::size_t first) const {
    const Token* colon = nullptr;
    bool has_others = false;
    for (auto at = first; at < cursor_.position(); ++at) {
        const auto& token = cursor_.token_at(at);
        const bool is_colon = token.kind == TokenKind::Colon;
        const bool follows_bar = at > first && cursor_.token_at(at - 1).kind == TokenKind::Bar;
        if (is_colon && !follows_bar && colon == nullptr) colon = &token;
        has_others = has_others || token.kind == TokenKind::Bar ||
                     token.kind == TokenKind::Ampersand || token.kind == TokenKind::Exclamation ||
                     token.kind == TokenKind::Percent || token.kind == TokenKind::LeftParenthesis;
    }
    if (colon == nullptr || !has_others) return;
    throw Error{ErrorCode::Syntax, ErrorDetail::UnexpectedSyntax,
                "`:` between labels does not go together with `&`, `|`, `!`, `%` or parentheses; "
                "write `&` instead",
                colon->span};
}

LabelExpressionPointer Grammar::label_expression() {
    const Nested nested{*this};
    const auto first = cursor_.position();
    std::vector<LabelExpressionPointer> operands;
    operands.push_back(label_and());
    while (cursor_.at(TokenKind::Bar) && cursor_.position() != bar_) {
        check_chain(operands.size());
        cursor_.advance();
        cursor_.accept(TokenKind::Colon);
        operands.push_back(label_and());
    }
    check_label_signs(first);
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
