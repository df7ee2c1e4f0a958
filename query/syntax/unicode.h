// The little of Unicode that the lexer and the carets need: UTF-8, and classes of characters.
//
// Invariant: decode() never reads past the text and always advances by at least one byte.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lintas::query::syntax {

struct Character {
    char32_t code = 0;
    std::size_t size = 1; // in bytes
};

// The character at `offset`, or nothing where the bytes are not UTF-8 (overlong forms, surrogates
// and what lies above U+10FFFF are not). REQUIRES: offset < text.size().
std::optional<Character> decode(std::string_view text, std::size_t offset);
// REQUIRES: is_scalar(code).
void append_utf8(std::string& text, char32_t code);
// A code point that may stand in a text: not a surrogate, not above U+10FFFF.
bool is_scalar(char32_t code);

// White space as openCypher 9 lists it, and the byte order mark.
bool is_space(char32_t code);
// Letters, digits and connectors of names. Beyond ASCII every character counts that is not known
// to be a space, a control, punctuation or a symbol.
bool is_name_start(char32_t code);
bool is_name_part(char32_t code);

// The hyphens and arrow heads beyond ASCII that patterns may be drawn with.
bool is_dash(char32_t code);
bool is_left_arrow_head(char32_t code);
bool is_right_arrow_head(char32_t code);

// How many columns of a terminal the character takes: 0 for combining marks, 2 for wide East
// Asian characters and emoji (Unicode Standard Annex 11), else 1.
std::size_t column_width(char32_t code);

} // namespace lintas::query::syntax
