// What the text of a literal token means.
//
// Invariant: each function reads the whole of the token's text or throws a SyntaxError whose span
// lies within it.
#pragma once

#include "graph/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace lintas::query::syntax {

// Each takes the token's text and its span in the query.

// 12, 0x1F, 0o17; with a minus before it when `negative`. InvalidNumberLiteral, IntegerOverflow.
std::int64_t read_integer(std::string_view text, Span span, bool negative);
// 1.5, .5, 1e3. FloatingPointOverflow; what is too small is 0.
double read_float(std::string_view text, Span span, bool negative);
// A count such as the 3 of *..3: decimal digits only.
std::uint64_t read_count(std::string_view text, Span span);
[[noreturn]] void fail_number(std::string_view text, Span span);

// 'text' or "text" without its quotes, escapes replaced. InvalidUnicodeLiteral, UnexpectedSyntax.
std::string read_string(std::string_view text, Span span);
// A plain or back-quoted name without its quotes.
std::string read_name(std::string_view text);

} // namespace lintas::query::syntax
