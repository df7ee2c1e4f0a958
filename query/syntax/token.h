// Tokens: what the lexer cuts a query into.
//
// Invariant: a token's span is never empty, but for the one End token behind the last.
#pragma once

#include "graph/error.h"
#include "query/syntax/keyword.h"

#include <cstddef>
#include <cstdint>

namespace lintas::query::syntax {

enum class TokenKind : std::uint8_t {
    Name,
    QuotedName, // `...`
    String,     // '...' or "..."
    Integer,
    Float,
    MalformedNumber, // 12abc
    Parameter,       // $name, $0, $`name`
    LeftParenthesis,
    RightParenthesis,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Comma,
    Dot,
    TwoDots, // ..
    Colon,
    TwoColons, // ::
    Semicolon,
    Bar,
    TwoBars, // ||
    Ampersand,
    Exclamation,
    Percent,
    Plus,
    PlusEqual, // +=
    Minus,
    UnicodeDash, // draws relationships as Minus does, but does not subtract
    Star,
    Slash,
    Caret,
    Equal,
    RegexMatch,     // =~
    NotEqual,       // <>
    Less,           // also the head of an arrow
    LessOrEqual,    // <=
    Greater,        // also the head of an arrow
    GreaterOrEqual, // >=
    UnicodeLess,
    UnicodeGreater,
    Unknown, // a character that no query has outside strings
    End,
};

constexpr bool is_opening(TokenKind kind) {
    return kind == TokenKind::LeftParenthesis || kind == TokenKind::LeftBracket ||
           kind == TokenKind::LeftBrace;
}

// Draws a relationship.
constexpr bool is_dash(TokenKind kind) {
    return kind == TokenKind::Minus || kind == TokenKind::UnicodeDash;
}

struct Token {
    TokenKind kind = TokenKind::End;
    Keyword keyword = Keyword::Unknown; // of a Name
    Span span;
    // Of a bracket: the position of its partner among the tokens; 0 where there is none.
    std::uint32_t partner = 0;
};

} // namespace lintas::query::syntax
