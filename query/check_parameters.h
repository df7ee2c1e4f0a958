// Has every parameter that a statement names a value?
#pragma once

#include "graph/value.h"

#include <span>
#include <string>
#include <string_view>

namespace lintas::query {

// ParameterMissing for the first of the names, written without `$`, that has none: with its place
// in the text, and a near name among those that have a value.
void check_parameters(std::string_view text, std::span<const std::string> names,
                      const Map& parameters);

} // namespace lintas::query
