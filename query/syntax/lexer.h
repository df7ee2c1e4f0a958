// text -> tokens. White space and comments are dropped; what a literal means is for literal.h.
//
// Invariant: every byte of the text lies in a token, in white space or in a comment, and the
// last token is the only one of kind End.
#pragma once

#include "query/syntax/token.h"

#include <string_view>
#include <vector>

namespace lintas::query::syntax {

// Throws a SyntaxError for text that is too long or not UTF-8, and for a string, a quoted name or
// a comment that does not end.
std::vector<Token> tokenize(std::string_view text);

} // namespace lintas::query::syntax
