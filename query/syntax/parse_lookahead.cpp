// Brackets begin different things: `(` an expression, a node or a path, `[` a list or a
// comprehension. These look ahead over whole brackets, so that nothing is ever parsed twice.
#include "query/syntax/grammar.h"

namespace lintas::query::syntax {

namespace {

// Words that join two expressions, so that none begins with them.
bool is_infix(Keyword keyword) {
    return keyword == Keyword::As || keyword == Keyword::And || keyword == Keyword::Or ||
           keyword == Keyword::Xor || keyword == Keyword::In || keyword == Keyword::Is ||
           keyword == Keyword::Starts || keyword == Keyword::Ends || keyword == Keyword::Contains;
}

// May this follow the variable of a node?
bool follows_variable(const Token& token) {
    return token.kind == TokenKind::RightParenthesis || token.kind == TokenKind::Colon ||
           token.kind == TokenKind::LeftBrace || token.kind == TokenKind::Parameter ||
           token.keyword == Keyword::Where || token.keyword == Keyword::Is;
}

// Behind IS: a test of null or of a type, not a label.
bool is_test(const Token& token) {
    return token.keyword == Keyword::Null || token.keyword == Keyword::Not ||
           token.keyword == Keyword::Typed || token.kind == TokenKind::TwoColons;
}

} // namespace

bool Grammar::starts_expression(const Token& token) const {
    switch (token.kind) {
    case TokenKind::Name: return !is_infix(token.keyword);
    case TokenKind::QuotedName:
    case TokenKind::String:
    case TokenKind::Integer:
    case TokenKind::Float:
    case TokenKind::MalformedNumber:
    case TokenKind::Parameter:
    case TokenKind::LeftParenthesis:
    case TokenKind::LeftBracket:
    case TokenKind::LeftBrace:
    case TokenKind::Plus:
    case TokenKind::Minus: return true;
    default: return false;
    }
}

// name(, or a.b.c(
bool Grammar::is_call() const {
    std::size_t ahead = 1;
    while (cursor_.token(ahead).kind == TokenKind::Dot && Cursor::is_name(cursor_.token(ahead + 1)))
        ahead += 2;
    return cursor_.token(ahead).kind == TokenKind::LeftParenthesis;
}

// The position behind the closing bracket; 0 where there is none.
std::size_t Grammar::behind_bracket(std::size_t open) const {
    const auto partner = cursor_.token_at(open).partner;
    return partner == 0 ? 0 : partner + 1;
}

Grammar::BracketContent Grammar::bracket_content(std::size_t open) const {
    BracketContent result;
    const auto end = cursor_.token_at(open).partner;
    for (std::size_t position = open + 1; position < end; ++position) {
        const auto& token = cursor_.token_at(position);
        if (is_opening(token.kind) && token.partner != 0) position = token.partner;
        if (token.kind == TokenKind::Comma) result.has_comma = true;
        if (token.keyword == Keyword::Where) result.has_where = true;
        if (token.kind != TokenKind::Bar) continue;
        if (result.first_bar == 0) result.first_bar = position;
        result.last_bar = position;
    }
    return result;
}

// Does `(` begin a node, rather than an expression in parentheses, by its first tokens?
bool Grammar::is_node_pattern(std::size_t open) const {
    const auto& first = cursor_.token_at(open + 1);
    if (!Cursor::is_name(first)) return follows_variable(first);
    const auto& second = cursor_.token_at(open + 2);
    const auto& third = cursor_.token_at(open + 3);
    if (second.keyword == Keyword::Is) return !is_test(third);
    if (second.kind == TokenKind::LeftBrace) return third.kind != TokenKind::Dot;
    return follows_variable(second) || first.keyword == Keyword::Where ||
           first.keyword == Keyword::Is;
}

// The position behind an arrow and its quantifier, at the next node; 0 where there is no arrow.
std::size_t Grammar::behind_arrow(std::size_t position) const {
    const auto kind = [this](std::size_t at) { return cursor_.token_at(at).kind; };
    if (kind(position) == TokenKind::Less || kind(position) == TokenKind::UnicodeLess) ++position;
    if (!is_dash(kind(position))) return 0;
    ++position;
    if (kind(position) == TokenKind::LeftBracket) {
        position = behind_bracket(position);
        if (position == 0) return 0;
    }
    if (!is_dash(kind(position))) return 0;
    ++position;
    if (kind(position) == TokenKind::Greater || kind(position) == TokenKind::UnicodeGreater) {
        ++position;
    }
    if (kind(position) == TokenKind::Plus || kind(position) == TokenKind::Star) ++position;
    if (kind(position) == TokenKind::LeftBrace) position = behind_bracket(position);
    return position;
}

// (a)-->(b) is a pattern, though it could be read as a - (-(... > (b))): a node, an arrow and a
// parenthesis.
bool Grammar::is_pattern(std::size_t open) const {
    const auto behind_node = behind_bracket(open);
    if (behind_node == 0 || !is_node_pattern(open)) return false;
    const auto next = behind_arrow(behind_node);
    return next != 0 && cursor_.token_at(next).kind == TokenKind::LeftParenthesis;
}

// [x IN list], [x IN list WHERE ... | ...], but not the list [x IN list, y].
bool Grammar::is_list_comprehension() const {
    if (!Cursor::is_name(cursor_.token(1)) || cursor_.token(2).keyword != Keyword::In) return false;
    const auto content = bracket_content(cursor_.position());
    return !content.has_comma || content.has_where || content.first_bar != 0;
}

bool Grammar::is_pattern_comprehension() const {
    const bool is_named =
        Cursor::is_name(cursor_.token(1)) && cursor_.token(2).kind == TokenKind::Equal;
    const auto open = cursor_.position() + (is_named ? 3 : 1);
    if (cursor_.token_at(open).kind != TokenKind::LeftParenthesis) return false;
    return is_pattern(open) && bracket_content(cursor_.position()).first_bar != 0;
}

} // namespace lintas::query::syntax
