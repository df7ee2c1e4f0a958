// Patterns: paths with their selectors and modes, and lists of them.
#include "query/syntax/grammar.h"

namespace lintas::query::syntax {

namespace {

// Behind ALL, ANY or SHORTEST: does a selector go on here?
bool continues_selector(const Token& token) {
    return token.kind == TokenKind::LeftParenthesis || token.kind == TokenKind::Integer ||
           token.kind == TokenKind::Parameter || token.kind == TokenKind::Name;
}

bool is_match_mode(Keyword keyword) {
    return keyword == Keyword::Repeatable || keyword == Keyword::Different;
}

bool is_path_mode(Keyword keyword) {
    return keyword == Keyword::Walk || keyword == Keyword::Trail || keyword == Keyword::Acyclic ||
           keyword == Keyword::Simple;
}

} // namespace

Pattern Grammar::pattern() {
    const auto first = cursor_.position();
    Pattern result;
    result.match_mode = match_mode();
    do result.paths.push_back(path_pattern());
    while (cursor_.accept(TokenKind::Comma));
    result.span = cursor_.span_from(first);
    return result;
}

// REPEATABLE ELEMENT[S] [BINDINGS], DIFFERENT RELATIONSHIP[S] [BINDINGS]
std::optional<MatchMode> Grammar::match_mode() {
    const bool is_mode =
        is_match_mode(cursor_.token().keyword) && cursor_.token(1).kind == TokenKind::Name;
    if (!is_mode) return std::nullopt;
    const bool repeatable = cursor_.accept(Keyword::Repeatable);
    if (repeatable) {
        if (!cursor_.accept(Keyword::Elements) && !cursor_.accept(Keyword::Element)) {
            cursor_.fail("`ELEMENTS`");
        }
    } else {
        cursor_.expect(Keyword::Different);
        if (!cursor_.accept(Keyword::Relationships) && !cursor_.accept(Keyword::Relationship)) {
            cursor_.fail("`RELATIONSHIPS`");
        }
    }
    if (!cursor_.accept(Keyword::Bindings)) cursor_.accept(Keyword::Binding);
    return repeatable ? MatchMode::RepeatableElements : MatchMode::DifferentRelationships;
}

PathPattern Grammar::path_pattern() {
    const Nested nested{*this};
    const Temporarily whole_path{patterns_in_expression_, false};
    const auto first = cursor_.position();
    std::optional<Name> variable;
    if (cursor_.at_name() && cursor_.token(1).kind == TokenKind::Equal) {
        variable = cursor_.expect_name("a variable");
        cursor_.advance();
    }
    auto path = shortest_function();
    path.variable = std::move(variable);
    path.span = cursor_.span_from(first);
    return path;
}

// shortestPath(...), allShortestPaths(...), or a path without either.
PathPattern Grammar::shortest_function() {
    const auto first = cursor_.position();
    PathPattern path;
    const bool is_function = cursor_.token(1).kind == TokenKind::LeftParenthesis;
    if (is_function && cursor_.accept(Keyword::ShortestPath)) {
        path.shortest = ShortestFunction::ShortestPath;
    } else if (is_function && cursor_.accept(Keyword::AllShortestPaths)) {
        path.shortest = ShortestFunction::AllShortestPaths;
    }
    if (path.shortest == ShortestFunction::None) {
        path_prefix(path);
        path_elements(path);
    } else {
        const Temporarily whole_path{patterns_in_expression_, false};
        cursor_.advance();
        path_chain(path);
        cursor_.expect(TokenKind::RightParenthesis, "`)` or a relationship");
    }
    path.span = cursor_.span_from(first);
    return path;
}

bool Grammar::at_selector() const {
    const bool is_selector =
        cursor_.at(Keyword::All) || cursor_.at(Keyword::Any) || cursor_.at(Keyword::Shortest);
    return is_selector && continues_selector(cursor_.token(1));
}

SelectorKind Grammar::selector_kind() {
    if (cursor_.accept(Keyword::All)) {
        return cursor_.accept(Keyword::Shortest) ? SelectorKind::AllShortest : SelectorKind::All;
    }
    if (!cursor_.accept(Keyword::Any))
        cursor_.expect(Keyword::Shortest);
    else if (!cursor_.accept(Keyword::Shortest))
        return SelectorKind::Any;
    return SelectorKind::Shortest;
}

// The k of ANY k and SHORTEST k.
ExpressionPointer Grammar::selector_count() {
    if (cursor_.at(TokenKind::Integer)) return number(false);
    if (cursor_.at(TokenKind::Parameter)) return parameter();
    return nullptr;
}

std::optional<PathMode> Grammar::path_mode() {
    std::optional<PathMode> mode;
    if (cursor_.accept(Keyword::Walk))
        mode = PathMode::Walk;
    else if (cursor_.accept(Keyword::Trail))
        mode = PathMode::Trail;
    else if (cursor_.accept(Keyword::Acyclic))
        mode = PathMode::Acyclic;
    else if (cursor_.accept(Keyword::Simple))
        mode = PathMode::Simple;
    return mode;
}

// ALL, ANY [k], ALL SHORTEST, ANY SHORTEST, SHORTEST [k], SHORTEST [k] GROUPS, each with a mode
// and the word PATH[S]; or a mode alone.
void Grammar::path_prefix(PathPattern& path) {
    const auto first = cursor_.position();
    const bool has_selector = at_selector();
    const bool is_counted =
        has_selector && !cursor_.at(Keyword::All) && cursor_.token(1).keyword != Keyword::Shortest;
    PathSelector selector;
    if (has_selector) selector.kind = selector_kind();
    if (is_counted) selector.count = selector_count();
    path.mode = path_mode();
    if (has_selector || path.mode) {
        if (!cursor_.accept(Keyword::Paths)) cursor_.accept(Keyword::Path);
    }
    if (!has_selector) return;
    const bool may_group = is_counted && selector.kind == SelectorKind::Shortest;
    if (may_group && (cursor_.accept(Keyword::Groups) || cursor_.accept(Keyword::Group))) {
        selector.kind = SelectorKind::ShortestGroups;
    }
    selector.span = cursor_.span_from(first);
    path.selector = std::move(selector);
}

// Chains of nodes and relationships, and paths in parentheses: of two neighbours at least one is
// in parentheses.
void Grammar::path_elements(PathPattern& path) {
    bool may_be_chain = true;
    do {
        if (at_parenthesized_path()) {
            path.elements.emplace_back(parenthesized_path());
            may_be_chain = true;
        } else {
            if (!may_be_chain) cursor_.fail("a relationship between the two nodes");
            path_chain(path);
            may_be_chain = false;
        }
    } while (cursor_.at(TokenKind::LeftParenthesis));
}

void Grammar::path_chain(PathPattern& path) {
    path.elements.emplace_back(node_pattern());
    while (at_relationship()) {
        path.elements.emplace_back(relationship_pattern());
        if (at_parenthesized_path()) cursor_.fail("a node such as `(n:Label)`");
        path.elements.emplace_back(node_pattern());
    }
}

// `(` begins a path, not a node, when another path, a path variable or a prefix follows.
bool Grammar::at_parenthesized_path() const {
    if (!cursor_.at(TokenKind::LeftParenthesis)) return false;
    const auto& first = cursor_.token(1);
    const auto& second = cursor_.token(2);
    if (first.kind == TokenKind::LeftParenthesis) return true;
    if (!Cursor::is_name(first)) return false;
    if (second.kind == TokenKind::Equal || second.kind == TokenKind::LeftParenthesis) return true;
    const bool is_prefix = first.keyword == Keyword::All || first.keyword == Keyword::Any ||
                           first.keyword == Keyword::Shortest || is_path_mode(first.keyword);
    const bool ends_variable = second.keyword == Keyword::Where || second.keyword == Keyword::Is ||
                               second.kind == TokenKind::Parameter;
    return is_prefix && !ends_variable && continues_selector(second);
}

ParenthesizedPath Grammar::parenthesized_path() {
    Height height{*this};
    const auto first = cursor_.position();
    cursor_.advance();
    ParenthesizedPath result;
    result.path = std::make_unique<PathPattern>(path_pattern());
    result.where = element_where();
    cursor_.expect(TokenKind::RightParenthesis,
                   result.where ? "`)` or an operator" : "`WHERE`, `)` or a relationship");
    result.repetition = quantifier();
    height.grow();
    result.span = cursor_.span_from(first);
    return result;
}

} // namespace lintas::query::syntax
