// text -> syntax tree. The grammar is openCypher 9's with our implementation extensions to Cypher.
//
// Invariant: parse() never reads past the text, never has more than syntax_depth_limit productions
// open at a time, and either returns a whole tree or throws Error with a span: ErrorCode::Syntax
// and a detail, or ErrorCode::Unsupported for USE, USING and WHEN, which the tree cannot express.
#pragma once

#include "query/syntax/ast.h"

#include <string_view>

namespace lintas::query::syntax {

// One statement; a single trailing `;` is allowed. At most 1 MiB of UTF-8.
Statement parse(std::string_view text);

} // namespace lintas::query::syntax
