// The number that SKIP or LIMIT was given.
#pragma once

#include "query/run/evaluate.h"

#include <cstdint>

namespace lintas::query {

// SyntaxError NegativeIntegerArgument for a negative number, InvalidArgumentType for anything but
// an integer. `clause` is who asks, for the message: "`SKIP`".
std::uint64_t row_count(const Expression& count, std::string_view clause, RunContext& context);

} // namespace lintas::query
