// What the engine promises for any bytes: within its limits it ends with rows that can be printed
// or with an Error that is the query's fault.
#pragma once

#include <string_view>

namespace lintas::testing {

// Runs the text on a small graph that is the same every time. Throws an Internal error for a
// promise that is broken.
void check_running(std::string_view text);

} // namespace lintas::testing
