// The elements of a path: nodes, relationships and how often they repeat.
#include "query/syntax/grammar.h"
#include "query/syntax/literal.h"

namespace lintas::query::syntax {

namespace {

// Behind WHERE or IS as the first word of an element: is the word itself the variable?
bool ends_variable(const Token& token) {
    switch (token.kind) {
    case TokenKind::RightParenthesis:
    case TokenKind::RightBracket:
    case TokenKind::Colon:
    case TokenKind::Star:
    case TokenKind::LeftBrace:
    case TokenKind::Parameter: return true;
    default: return token.keyword == Keyword::Where || token.keyword == Keyword::Is;
    }
}

} // namespace

bool Grammar::at_dash() const { return is_dash(cursor_.token().kind); }

void Grammar::dash(std::string_view expected) {
    if (!at_dash()) cursor_.fail(expected);
    cursor_.advance();
}

std::optional<Name> Grammar::element_variable() {
    if (!cursor_.at_name()) return std::nullopt;
    const bool may_be_keyword = cursor_.at(Keyword::Where) || cursor_.at(Keyword::Is);
    if (may_be_keyword && !ends_variable(cursor_.token(1))) return std::nullopt;
    return cursor_.expect_name("a variable");
}

LabelExpressionPointer Grammar::element_labels() {
    if (!cursor_.accept(TokenKind::Colon) && !cursor_.accept(Keyword::Is)) return nullptr;
    return label_expression();
}

ExpressionPointer Grammar::element_properties() {
    if (cursor_.at(TokenKind::LeftBrace)) return map();
    if (cursor_.at(TokenKind::Parameter)) return parameter();
    return nullptr;
}

ExpressionPointer Grammar::element_where() {
    return cursor_.accept(Keyword::Where) ? condition() : nullptr;
}

NodePattern Grammar::node_pattern() {
    const auto first = cursor_.position();
    cursor_.expect(TokenKind::LeftParenthesis, "a node such as `(n:Label)`");
    NodePattern node;
    node.variable = element_variable();
    node.labels = element_labels();
    node.properties = element_properties();
    node.where = element_where();
    cursor_.expect(TokenKind::RightParenthesis, node.where        ? "`)` or an operator"
                                                : node.properties ? "`WHERE` or `)`"
                                                : node.labels     ? "`{`, `&`, `|`, `WHERE` or `)`"
                                                : node.variable
                                                    ? "`:`, `{`, `WHERE` or `)`"
                                                    : "a variable, `:`, `{`, `WHERE` or `)`");
    node.span = cursor_.span_from(first);
    return node;
}

// A dash, or an arrow head and a dash, that only a relationship begins with: in an expression
// `(a) - 1` goes on differently.
bool Grammar::at_relationship() const {
    const auto kind = cursor_.token().kind;
    const bool has_head = kind == TokenKind::Less || kind == TokenKind::UnicodeLess;
    if (!patterns_in_expression_) return has_head || is_dash(kind);
    return behind_arrow(cursor_.position()) != 0;
}

RelationshipPattern Grammar::relationship_pattern() {
    const auto first = cursor_.position();
    RelationshipPattern relationship;
    const bool left = cursor_.accept(TokenKind::Less) || cursor_.accept(TokenKind::UnicodeLess);
    dash("`-` and then `-` or `[`");
    if (cursor_.accept(TokenKind::LeftBracket)) relationship_details(relationship);
    dash("`-` or `[` to go on with a relationship such as `-[:TYPE]->` or `--`");
    const bool right =
        cursor_.accept(TokenKind::Greater) || cursor_.accept(TokenKind::UnicodeGreater);
    if (left != right) relationship.arrow = left ? ArrowKind::Left : ArrowKind::Right;
    if (auto repetition = quantifier()) {
        if (relationship.repetition) {
            throw Error{ErrorCode::Syntax, ErrorDetail::InvalidRelationshipPattern,
                        "The relationship repeats twice over; expected either `*1..3` within the "
                        "brackets or `{1,3}` behind them",
                        repetition->span};
        }
        relationship.repetition = repetition;
    }
    relationship.span = cursor_.span_from(first);
    return relationship;
}

void Grammar::relationship_details(RelationshipPattern& relationship) {
    relationship.variable = element_variable();
    relationship.types = element_labels();
    relationship.repetition = star_range();
    relationship.properties = element_properties();
    relationship.where = element_where();
    if (cursor_.accept(TokenKind::RightBracket)) return;
    const bool is_range = cursor_.at(TokenKind::TwoDots) || relationship.repetition;
    cursor_.fail(relationship.where        ? "`]` or an operator"
                 : relationship.properties ? "`WHERE` or `]`"
                 : relationship.repetition ? "a range such as `*2`, `*1..3` or `*..3`, and then `]`"
                 : relationship.types      ? "`|`, `*`, `{`, `WHERE` or `]`"
                 : relationship.variable   ? "`:`, `*`, `{`, `WHERE` or `]`"
                                           : "a variable, `:`, `*`, `{`, `WHERE` or `]`",
                 is_range ? ErrorDetail::InvalidRelationshipPattern
                          : ErrorDetail::UnexpectedSyntax);
}

std::uint64_t Grammar::count(std::string_view expected) {
    if (!cursor_.at(TokenKind::Integer)) {
        cursor_.fail(expected, ErrorDetail::InvalidRelationshipPattern);
    }
    const auto& token = cursor_.token();
    const auto result = read_count(cursor_.text(token), token.span);
    cursor_.advance();
    return result;
}

// *, *2, *1..3, *1.., *..3, *..
std::optional<Repetition> Grammar::star_range() {
    const auto first = cursor_.position();
    if (!cursor_.accept(TokenKind::Star)) return std::nullopt;
    Repetition result;
    const bool has_lower = cursor_.at(TokenKind::Integer);
    if (has_lower) result.lower = count("a number");
    if (cursor_.accept(TokenKind::TwoDots)) {
        if (cursor_.at(TokenKind::Integer)) result.upper = count("a number");
    } else if (has_lower) {
        result.upper = result.lower;
    }
    result.span = cursor_.span_from(first);
    return result;
}

// +, *, {2}, {1,3}, {1,}, {,3}
std::optional<Repetition> Grammar::quantifier() {
    const auto first = cursor_.position();
    Repetition result;
    result.gql = true;
    if (cursor_.accept(TokenKind::Star)) {
        result.lower = 0;
    } else if (cursor_.accept(TokenKind::LeftBrace)) {
        quantifier_bounds(result);
    } else if (!cursor_.accept(TokenKind::Plus)) {
        return std::nullopt;
    }
    result.span = cursor_.span_from(first);
    return result;
}

void Grammar::quantifier_bounds(Repetition& repetition) {
    const bool has_lower = cursor_.at(TokenKind::Integer);
    repetition.lower = has_lower ? count("a number") : 0;
    if (cursor_.accept(TokenKind::Comma)) {
        if (cursor_.at(TokenKind::Integer)) repetition.upper = count("a number");
    } else if (has_lower) {
        repetition.upper = repetition.lower;
    } else {
        cursor_.fail("a quantifier such as `{2}`, `{1,3}`, `{1,}` or `{,3}`",
                     ErrorDetail::InvalidRelationshipPattern);
    }
    cursor_.expect(TokenKind::RightBrace, "a quantifier such as `{2}`, `{1,3}`, `{1,}` or `{,3}`");
}

} // namespace lintas::query::syntax
