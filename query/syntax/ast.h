// The syntax tree of a query: what was written, not what it means. Plain structs in closed
// variants.
//
// Invariant: every node that a message may point at has a span into the query text; names are
// unquoted and unescaped; nothing here knows whether a label, a function or a variable exists.
// Trees are at most syntax_depth_limit deep, so that visitors may recurse; what may be longer is
// flat (see Chain) or balanced (see Binary).
#pragma once

#include "query/syntax/ast_clause.h"
#include "query/syntax/ast_expression.h"
#include "query/syntax/ast_pattern.h"
#include "query/syntax/ast_statement.h"
