// Places in a query text as people see them: line and column, and the line with carets.
#pragma once

#include "graph/error.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace lintas::query::syntax {

// Counted from 1, in characters (code points), not bytes.
struct Place {
    std::size_t line = 1;
    std::size_t column = 1;
};
Place place_of(std::string_view text, std::size_t offset);

// The error's sentence, the line it is about, and carets under the span:
//
//   Function `nope` does not exist
//     1 | RETURN nope('abc')
//                ^^^^
std::string render(const Error& error, std::string_view text);

} // namespace lintas::query::syntax
