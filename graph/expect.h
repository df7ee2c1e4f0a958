// expect(): states what our own code guarantees. A broken expectation is our mistake, never the
// user's, and becomes ErrorCode::Internal with the place in the source. Checked in release too.
#pragma once

#include <source_location>
#include <string_view>

namespace lintas {

[[noreturn]] void fail_expectation(std::string_view what, const std::source_location& where);

inline void expect(bool condition, std::string_view what,
                   const std::source_location& where = std::source_location::current()) {
    if (!condition) fail_expectation(what, where);
}

} // namespace lintas
