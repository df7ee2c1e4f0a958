// The error for a store whose bytes are not what was written.
#pragma once

#include <string_view>

namespace lintas::lmdb {

// Throws Storage. `what` names the part, for example "segment `P/0/3/17/0`".
[[noreturn]] void throw_damaged(std::string_view what);

} // namespace lintas::lmdb
