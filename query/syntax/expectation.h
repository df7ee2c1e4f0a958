// What a message says was expected, from the keywords that were asked for in vain.
//
// Invariant: the text is short however many keywords there are: operators and clauses are named
// by their kind.
#pragma once

#include "query/syntax/keyword.h"

#include <span>
#include <string>
#include <string_view>

namespace lintas::query::syntax {

// "an operator, `,`, `AS`, `ORDER BY` or <last>". `comma`: a comma was possible too; `last` may be
// empty when there are others.
std::string expectation(std::span<const Keyword> tried, bool comma, std::string_view last);

} // namespace lintas::query::syntax
