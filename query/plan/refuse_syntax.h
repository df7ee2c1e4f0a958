// Ends planning with an error of syntax, at its place in the statement.
#pragma once

#include "graph/error.h"

#include <string>

namespace lintas::query {

[[noreturn]] void refuse_syntax(ErrorDetail detail, std::string message, Span span);

} // namespace lintas::query
