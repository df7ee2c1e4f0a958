// Guards against values that nest so deeply, or spell out to so much, that walking them would
// exhaust the stack or the time.
#pragma once

#include "graph/value.h"

namespace lintas::query {

// Throws Limit when lists and maps nest more than 1,000 deep or the value, written out, has more
// than 100 million parts.
void check_nesting(const Value& value);

} // namespace lintas::query
