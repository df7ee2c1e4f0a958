// Operators, from the loosest level to the tightest. Levels are those of openCypher's
// CIP2021-08-10, with IS NULL, IN and the string operators below (tighter than) comparison.
#include "query/syntax/balanced_run.h"
#include "query/syntax/grammar.h"

#include <fmt/format.h>

#include <array>
#include <bit>

namespace lintas::query::syntax {

namespace {

struct LogicalLevel {
    Keyword keyword;
    BinaryOperator what;
};

constexpr auto logical_levels = std::to_array<LogicalLevel>({
    {Keyword::Or, BinaryOperator::Or},
    {Keyword::Xor, BinaryOperator::Xor},
    {Keyword::And, BinaryOperator::And},
});

struct ArithmeticRow {
    TokenKind token;
    std::size_t level;
    BinaryOperator what;
};

constexpr std::size_t arithmetic_levels = 3;
constexpr auto arithmetic_rows = std::to_array<ArithmeticRow>({
    {TokenKind::Plus, 0, BinaryOperator::Add},
    {TokenKind::Minus, 0, BinaryOperator::Subtract},
    {TokenKind::TwoBars, 0, BinaryOperator::Concatenate},
    {TokenKind::Star, 1, BinaryOperator::Multiply},
    {TokenKind::Slash, 1, BinaryOperator::Divide},
    {TokenKind::Percent, 1, BinaryOperator::Modulo},
    {TokenKind::Caret, 2, BinaryOperator::Power},
});

std::optional<BinaryOperator> arithmetic_operator(TokenKind token, std::size_t level) {
    for (const auto& row : arithmetic_rows) {
        if (row.token == token && row.level == level) return row.what;
    }
    return std::nullopt;
}

struct ComparisonRow {
    TokenKind token;
    ComparisonOperator what;
};

constexpr auto comparison_rows = std::to_array<ComparisonRow>({
    {TokenKind::Equal, ComparisonOperator::Equal},
    {TokenKind::NotEqual, ComparisonOperator::NotEqual},
    {TokenKind::Less, ComparisonOperator::Less},
    {TokenKind::LessOrEqual, ComparisonOperator::LessOrEqual},
    {TokenKind::Greater, ComparisonOperator::Greater},
    {TokenKind::GreaterOrEqual, ComparisonOperator::GreaterOrEqual},
});

bool is_number(TokenKind kind) { return kind == TokenKind::Integer || kind == TokenKind::Float; }

bool is_suffix(TokenKind kind) {
    return kind == TokenKind::Dot || kind == TokenKind::LeftBracket || kind == TokenKind::Colon;
}

} // namespace

ExpressionPointer Grammar::value() {
    const Temporarily without_patterns{patterns_allowed_, false};
    return expression();
}

ExpressionPointer Grammar::condition() {
    const Temporarily with_patterns{patterns_allowed_, true};
    return expression();
}

ExpressionPointer Grammar::expression() {
    const Nested nested{*this};
    return logical(0);
}

void Grammar::check_chain(std::size_t operands) const {
    if (operands < syntax_chain_limit) return;
    throw Error{ErrorCode::Syntax, ErrorDetail::UnexpectedSyntax,
                fmt::format("More than {} operands are joined here; write a list or a parameter "
                            "instead",
                            syntax_chain_limit),
                cursor_.token().span};
}

ExpressionPointer Grammar::logical(std::size_t level) {
    if (level == logical_levels.size()) return negation();
    Height height{*this};
    const auto keyword = logical_levels[level].keyword;
    const auto what = logical_levels[level].what;
    std::vector<ExpressionPointer> operands;
    operands.push_back(logical(level + 1));
    while (cursor_.accept(keyword)) {
        check_chain(operands.size());
        operands.push_back(logical(level + 1));
    }
    height.grow(static_cast<std::size_t>(std::bit_width(operands.size() - 1)));
    return build_balanced(operands, 0, operands.size(), [what](auto left, auto right) {
        const Span span{left->span.begin, right->span.end};
        return std::make_unique<Expression>(
            Expression{Binary{what, std::move(left), std::move(right)}, span});
    });
}

ExpressionPointer Grammar::negation() {
    Height height{*this};
    const auto first = cursor_.position();
    while (cursor_.at(Keyword::Not) && starts_expression(cursor_.token(1))) cursor_.advance();
    const auto behind = cursor_.position();
    auto result = comparison();
    for (auto position = behind; position > first; --position) {
        height.grow();
        result = make(Unary{UnaryOperator::Not, std::move(result)}, position - 1);
    }
    return result;
}

std::optional<ComparisonOperator> Grammar::comparison_operator() {
    for (const auto& [token, what] : comparison_rows) {
        if (!cursor_.accept(token)) continue;
        if (what == ComparisonOperator::Equal && cursor_.at(TokenKind::Equal)) {
            cursor_.fail("an expression");
        }
        return what;
    }
    const bool is_mistake =
        cursor_.at(TokenKind::Exclamation) && cursor_.token(1).kind == TokenKind::Equal;
    if (is_mistake) cursor_.fail("`<>` for what is not equal");
    return std::nullopt;
}

ExpressionPointer Grammar::comparison() {
    Height height{*this};
    const auto first = cursor_.position();
    Comparison result;
    result.operands.push_back(predicate());
    while (const auto what = comparison_operator()) {
        check_chain(result.operands.size());
        result.operators.push_back(*what);
        result.operands.push_back(predicate());
    }
    if (result.operators.empty()) return std::move(result.operands.front());
    height.grow();
    return make(std::move(result), first);
}

ExpressionPointer Grammar::predicate() {
    Height height{*this};
    const auto first = cursor_.position();
    auto result = arithmetic(0);
    while (join_predicate(result, first, height)) {
    }
    return result;
}

// Takes one operator of this level with what stands behind it; false where none stands here.
bool Grammar::join_predicate(ExpressionPointer& operand, std::size_t first, Height& height) {
    const auto join = [&](BinaryOperator what) {
        auto right = arithmetic(0);
        operand = make(Binary{what, std::move(operand), std::move(right)}, first);
    };
    if (cursor_.accept(TokenKind::RegexMatch)) {
        join(BinaryOperator::Matches);
    } else if (cursor_.accept(Keyword::In)) {
        join(BinaryOperator::In);
    } else if (cursor_.accept(Keyword::Contains)) {
        join(BinaryOperator::Contains);
    } else if (cursor_.accept(Keyword::Starts)) {
        cursor_.expect(Keyword::With);
        join(BinaryOperator::StartsWith);
    } else if (cursor_.accept(Keyword::Ends)) {
        cursor_.expect(Keyword::With);
        join(BinaryOperator::EndsWith);
    } else if (cursor_.at(Keyword::Is) || cursor_.at(TokenKind::TwoColons)) {
        operand = is_predicate(std::move(operand), first);
    } else {
        return false;
    }
    height.grow();
    return true;
}

// x IS [NOT] NULL, x IS [NOT] :: TYPE, x :: TYPE, x IS [NOT] [NFC] NORMALIZED, x IS Label
ExpressionPointer Grammar::is_predicate(ExpressionPointer operand, std::size_t first) {
    if (cursor_.accept(TokenKind::TwoColons)) {
        return make(TypeTest{std::move(operand), false, type_name()}, first);
    }
    cursor_.expect(Keyword::Is);
    const bool negated = cursor_.accept(Keyword::Not);
    if (cursor_.accept(Keyword::Null)) {
        const auto what = negated ? UnaryOperator::IsNotNull : UnaryOperator::IsNull;
        return make(Unary{what, std::move(operand)}, first);
    }
    if (cursor_.accept(TokenKind::TwoColons) || cursor_.accept(Keyword::Typed)) {
        return make(TypeTest{std::move(operand), negated, type_name()}, first);
    }
    if (const auto behind = behind_normalized(0); behind > 0)
        return make(NormalizedTest{std::move(operand), negated, normal_form(behind)}, first);
    if (negated) cursor_.fail("`NULL`, `:: TYPE` or `NORMALIZED`");
    auto labels = label_expression();
    return make(LabelTest{std::move(operand), std::move(labels)}, first);
}

ExpressionPointer Grammar::arithmetic(std::size_t level) {
    if (level == arithmetic_levels) return unary();
    Height height{*this};
    const auto first = cursor_.position();
    std::vector<ExpressionPointer> operands;
    std::vector<BinaryOperator> operators;
    operands.push_back(arithmetic(level + 1));
    while (const auto what = arithmetic_operator(cursor_.token().kind, level)) {
        check_chain(operands.size());
        cursor_.advance();
        operators.push_back(*what);
        operands.push_back(arithmetic(level + 1));
    }
    if (operators.empty()) return std::move(operands.front());
    height.grow();
    return chain(std::move(operands), std::move(operators), first);
}

ExpressionPointer Grammar::chain(std::vector<ExpressionPointer> operands,
                                 std::vector<BinaryOperator> operators, std::size_t first) {
    if (operators.size() > 1) return make(Chain{std::move(operands), std::move(operators)}, first);
    return make(Binary{operators[0], std::move(operands[0]), std::move(operands[1])}, first);
}

ExpressionPointer Grammar::unary() {
    Height height{*this};
    const auto first = cursor_.position();
    while (cursor_.at(TokenKind::Plus) || cursor_.at(TokenKind::Minus)) cursor_.advance();
    auto behind = cursor_.position();
    const bool is_negative_literal = behind > first && is_number(cursor_.token().kind) &&
                                     cursor_.token_at(behind - 1).kind == TokenKind::Minus &&
                                     !is_suffix(cursor_.token(1).kind);
    auto result = is_negative_literal ? number(true) : postfix(true);
    if (is_negative_literal) --behind;
    for (auto position = behind; position > first; --position) {
        const bool is_minus = cursor_.token_at(position - 1).kind == TokenKind::Minus;
        const auto what = is_minus ? UnaryOperator::Minus : UnaryOperator::Plus;
        height.grow();
        result = make(Unary{what, std::move(result)}, position - 1);
    }
    return result;
}

ExpressionPointer Grammar::postfix(bool with_labels) {
    Height height{*this};
    const auto first = cursor_.position();
    auto result = atom();
    while (true) {
        if (cursor_.accept(TokenKind::Dot)) {
            auto key = cursor_.expect_name("a property key");
            height.grow();
            result = make(PropertyAccess{std::move(result), std::move(key)}, first);
        } else if (cursor_.accept(TokenKind::LeftBracket)) {
            result = bracket_suffix(std::move(result), first);
            height.grow();
        } else {
            break;
        }
    }
    if (with_labels && cursor_.accept(TokenKind::Colon)) {
        auto labels = label_expression();
        height.grow();
        result = make(LabelTest{std::move(result), std::move(labels)}, first);
    }
    return result;
}

// [index], [from..to], [from..], [..to], [..]
ExpressionPointer Grammar::bracket_suffix(ExpressionPointer base, std::size_t first) {
    ExpressionPointer from;
    if (!cursor_.at(TokenKind::TwoDots)) from = value();
    if (!cursor_.accept(TokenKind::TwoDots)) {
        cursor_.expect(TokenKind::RightBracket, "`]`, `..` or an operator");
        return make(Index{std::move(base), std::move(from)}, first);
    }
    ExpressionPointer to;
    if (!cursor_.at(TokenKind::RightBracket)) to = value();
    cursor_.expect(TokenKind::RightBracket, "`]` or an operator");
    return make(Slice{std::move(base), std::move(from), std::move(to)}, first);
}

} // namespace lintas::query::syntax
