// tree -> text: the query again, in one line and with the fewest parentheses that keep its meaning.
//
// Invariant: parse(print(tree)) is the same tree but for spans and the texts of columns without
// an alias. REQUIRES: the tree comes from parse().
#pragma once

#include "query/syntax/ast.h"

#include <string>
#include <string_view>

namespace lintas::query::syntax {

std::string print(const Statement& statement);
std::string print(const Expression& expression);
std::string print(const LabelExpression& labels);
std::string print(const PathPattern& path);
// A label, type or key: in back-quotes where it could not be read without.
std::string print_name(std::string_view name);

} // namespace lintas::query::syntax
