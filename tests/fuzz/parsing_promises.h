// What the parser promises for any bytes: a tree or an Error that can be rendered, and a tree that
// prints and parses again to the same.
#pragma once

#include <string_view>

namespace lintas::testing {

// Throws an Internal error for a promise that is broken.
void check_parsing(std::string_view text);

} // namespace lintas::testing
