// text -> tokens. White space and comments are dropped; what a literal means is for literal.h.
//
// Invariant: every byte of the text lies in a token, in white space or in a comment, and the
// last token is the only one of kind End.
#pragma once

#include "query/syntax/token.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace lintas::query::syntax {

// Throws a SyntaxError for text that is too long or not UTF-8, and for a string, a quoted name or
// a comment that does not end.
std::vector<Token> tokenize(std::string_view text);

// The tokens of a text that somebody is still typing.
struct Beginning {
    std::vector<Token> tokens; // the whole ones, then End
    // Where the string, quoted name or comment begins in which the text ends, or its size: there
    // what is typed next belongs to none of those.
    std::size_t open = 0;
};
// Throws a SyntaxError for text that is too long or not UTF-8.
Beginning tokenize_beginning(std::string_view text);

} // namespace lintas::query::syntax
