// text -> syntax tree. The grammar is openCypher 9's with our implementation extensions to Cypher.
//
// Invariant: parse() never reads past the text, never recurses deeper than syntax_depth_limit, and
// either returns a whole tree or throws Error with ErrorCode::Syntax, a detail and a span.
#pragma once

#include "query/syntax/ast.h"

#include <string_view>

namespace lintas::query::syntax {

// One statement; a single trailing `;` is allowed.
Statement parse(std::string_view text);

} // namespace lintas::query::syntax
