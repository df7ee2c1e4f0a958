// Expressions with variables or scopes of their own: comprehensions, quantifiers, reduce,
// patterns and subqueries.
#include "query/syntax/grammar.h"

namespace lintas::query::syntax {

// A filter `x:A|B` would swallow the bar before the result: the last bar belongs to the
// comprehension.
ExpressionPointer Grammar::list_comprehension() {
    Height height{*this};
    const auto first = cursor_.position();
    const auto content = bracket_content(first);
    const Temporarily bar{bar_, content.has_where ? content.last_bar : content.first_bar};
    cursor_.advance();
    ListComprehension result;
    result.variable = cursor_.expect_name("a variable");
    cursor_.expect(Keyword::In);
    result.list = value();
    if (cursor_.accept(Keyword::Where)) result.filter = condition();
    if (cursor_.accept(TokenKind::Bar)) result.result = value();
    cursor_.expect(TokenKind::RightBracket, result.result   ? "`]` or an operator"
                                            : result.filter ? "`|`, `]` or an operator"
                                                            : "`WHERE`, `|`, `]` or an operator");
    height.grow();
    return make(std::move(result), first);
}

ExpressionPointer Grammar::pattern_comprehension() {
    Height height{*this};
    const auto first = cursor_.position();
    const auto content = bracket_content(first);
    const Temporarily bar{bar_, content.has_where ? content.last_bar : content.first_bar};
    cursor_.advance();
    PatternComprehension result;
    result.pattern = std::make_unique<PathPattern>(path_pattern());
    if (cursor_.accept(Keyword::Where)) result.filter = condition();
    cursor_.expect(TokenKind::Bar, result.filter ? "`|` or an operator" : "`WHERE` or `|`");
    result.result = value();
    cursor_.expect(TokenKind::RightBracket, "`]` or an operator");
    height.grow();
    return make(std::move(result), first);
}

// all(x IN ...: with anything else in the parentheses the word names a function.
std::optional<QuantifierKind> Grammar::quantifier_kind() const {
    const bool has_variable = cursor_.token(1).kind == TokenKind::LeftParenthesis &&
                              Cursor::is_name(cursor_.token(2)) &&
                              cursor_.token(3).keyword == Keyword::In;
    if (!has_variable) return std::nullopt;
    switch (cursor_.token().keyword) {
    case Keyword::All: return QuantifierKind::All;
    case Keyword::Any: return QuantifierKind::Any;
    case Keyword::None: return QuantifierKind::None;
    case Keyword::Single: return QuantifierKind::Single;
    default: return std::nullopt;
    }
}

ExpressionPointer Grammar::quantified(QuantifierKind kind) {
    Height height{*this};
    const auto first = cursor_.position();
    cursor_.advance();
    cursor_.expect(TokenKind::LeftParenthesis, "`(`");
    Quantifier result{kind, cursor_.expect_name("a variable"), nullptr, nullptr};
    cursor_.expect(Keyword::In);
    result.list = value();
    if (cursor_.accept(Keyword::Where)) result.predicate = condition();
    cursor_.expect(TokenKind::RightParenthesis,
                   result.predicate ? "`)` or an operator" : "`WHERE`, `)` or an operator");
    height.grow();
    return make(std::move(result), first);
}

// reduce(accumulator = initial, variable IN list | step)
ExpressionPointer Grammar::reduce() {
    Height height{*this};
    const auto first = cursor_.position();
    cursor_.advance();
    const Temporarily bar{bar_, bracket_content(cursor_.position()).first_bar};
    cursor_.expect(TokenKind::LeftParenthesis, "`(`");
    Reduce result;
    result.accumulator = cursor_.expect_name("a variable");
    cursor_.expect(TokenKind::Equal, "`=`");
    result.initial = value();
    cursor_.expect(TokenKind::Comma, "`,` or an operator");
    result.variable = cursor_.expect_name("a variable");
    cursor_.expect(Keyword::In);
    result.list = value();
    cursor_.expect(TokenKind::Bar, "`|` or an operator");
    result.step = value();
    cursor_.expect(TokenKind::RightParenthesis, "`)` or an operator");
    height.grow();
    return make(std::move(result), first);
}

ExpressionPointer Grammar::pattern_predicate() {
    Height height{*this};
    const auto first = cursor_.position();
    const auto begin = cursor_.token().span.begin;
    auto path = std::make_unique<PathPattern>();
    if (cursor_.at(TokenKind::LeftParenthesis)) {
        const Temporarily in_expression{patterns_in_expression_, true};
        path_chain(*path);
        path->span = cursor_.span_from(first);
    } else {
        *path = shortest_function();
    }
    if (!patterns_allowed_ && path->shortest == ShortestFunction::None) {
        throw Error{ErrorCode::Syntax, ErrorDetail::UnexpectedSyntax,
                    "Found a pattern; expected a value (a pattern is a condition, `COUNT { }` and "
                    "`[pattern | value]` make values of it)",
                    Span{begin, path->span.end}};
    }
    height.grow();
    return make(PatternPredicate{std::move(path)}, first);
}

// `count { .key }` projects a map of a variable named count.
std::optional<SubqueryKind> Grammar::subquery_kind() const {
    const bool has_braces =
        cursor_.token(1).kind == TokenKind::LeftBrace && cursor_.token(2).kind != TokenKind::Dot;
    if (!has_braces) return std::nullopt;
    switch (cursor_.token().keyword) {
    case Keyword::Exists: return SubqueryKind::Exists;
    case Keyword::Count: return SubqueryKind::Count;
    case Keyword::Collect: return SubqueryKind::Collect;
    default: return std::nullopt;
    }
}

ExpressionPointer Grammar::subquery(SubqueryKind kind) {
    Height height{*this};
    const auto first = cursor_.position();
    cursor_.advance();
    auto query = subquery_body();
    height.grow(2);
    return make(Subquery{kind, std::move(query)}, first);
}

} // namespace lintas::query::syntax
