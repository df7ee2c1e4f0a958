#include "query/syntax/cursor.h"

#include "graph/expect.h"
#include "graph/near_name.h"
#include "query/syntax/expectation.h"
#include "query/syntax/habit.h"
#include "query/syntax/lexer.h"
#include "query/syntax/literal.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::query::syntax {

namespace {

constexpr std::size_t excerpt_limit = 40; // bytes of a token that a message repeats

// The first line of a token's text, cut short between characters.
std::string excerpt(std::string_view text) {
    const auto line = text.substr(0, text.find_first_of("\n\r"));
    if (line.size() == text.size() && text.size() <= excerpt_limit) return std::string{text};
    auto end = std::min(line.size(), excerpt_limit);
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    return std::string{line.substr(0, end)} + "...";
}

bool is_foreign_symbol(const Token& token, std::string_view text) {
    if (token.kind == TokenKind::Unknown) return static_cast<unsigned char>(text.front()) >= 0x80;
    return token.kind == TokenKind::UnicodeDash || token.kind == TokenKind::UnicodeLess ||
           token.kind == TokenKind::UnicodeGreater;
}

} // namespace

Cursor::Cursor(std::string_view text) : text_{text}, tokens_{tokenize(text)} {}

const Token& Cursor::token_at(std::size_t position) const {
    return position < tokens_.size() ? tokens_[position] : tokens_.back();
}

bool Cursor::at(Keyword keyword) const {
    if (token().keyword == keyword) return true;
    remember(keyword);
    return false;
}

bool Cursor::at(Keyword first, Keyword second) const {
    return at(first) && token(1).keyword == second;
}

void Cursor::remember(Keyword keyword) const {
    if (tried_at_ != position_) tried_.clear();
    tried_at_ = position_;
    tried_.push_back(keyword);
}

void Cursor::advance() {
    lintas::expect(position_ + 1 < tokens_.size(), "the end of the query is never taken");
    ++position_;
}

bool Cursor::accept(TokenKind kind) {
    if (!at(kind)) {
        if (kind == TokenKind::Comma) comma_tried_at_ = position_ + 1;
        return false;
    }
    advance();
    return true;
}

bool Cursor::accept(Keyword keyword) {
    if (!at(keyword)) return false;
    advance();
    return true;
}

bool Cursor::accept(Keyword first, Keyword second) {
    if (!at(first, second)) return false;
    advance();
    advance();
    return true;
}

void Cursor::expect(TokenKind kind, std::string_view expected) {
    if (!accept(kind)) fail(expected);
}

void Cursor::expect(Keyword keyword) {
    if (!accept(keyword)) fail(fmt::format("`{}`", name(keyword)));
}

Name Cursor::expect_name(std::string_view expected) {
    if (!at_name()) fail(expected);
    const auto& taken = token();
    advance();
    return {read_name(text(taken)), taken.span};
}

std::string_view Cursor::text(Span span) const {
    return text_.substr(span.begin, span.end - span.begin);
}

Span Cursor::span_from(std::size_t first) const {
    const auto begin = token_at(first).span.begin;
    return {begin, position_ > first ? token_at(position_ - 1).span.end : begin};
}

std::string Cursor::found() const {
    if (at(TokenKind::End)) return "the end of the query";
    const auto words = text(token());
    return words.starts_with('`') ? excerpt(words) : fmt::format("`{}`", excerpt(words));
}

std::string Cursor::hint() const {
    const auto before = position_ > 0 ? text(token_at(position_ - 1)) : "";
    const auto habit = advice(before, text(token()), text(token(1)));
    if (!habit.empty()) return fmt::format("; {}", habit);
    // A word of the language was not misspelt, it stands in the wrong place.
    if (token().kind != TokenKind::Name || token().keyword != Keyword::Unknown ||
        tried_at_ != position_)
        return "";
    std::vector<std::string_view> candidates;
    for (const auto keyword : tried_) candidates.push_back(name(keyword));
    const auto near = find_near_name(text(token()), candidates);
    return near ? fmt::format("; did you mean `{}`?", *near) : "";
}

void Cursor::fail_with_alternatives(std::string_view last) const {
    if (tried_at_ != position_) fail(last);
    fail(expectation(tried_, comma_tried_at_ == position_ + 1, last));
}

void Cursor::fail(std::string_view expected, ErrorDetail detail) const {
    const auto& here = token();
    if (is_foreign_symbol(here, text(here))) detail = ErrorDetail::InvalidUnicodeCharacter;
    throw Error{ErrorCode::Syntax, detail,
                fmt::format("Found {}; expected {}{}", found(), expected, hint()), here.span};
}

} // namespace lintas::query::syntax
