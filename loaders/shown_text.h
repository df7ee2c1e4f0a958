// A piece of somebody's file as a message shows it.
//
// Invariant: the result is valid UTF-8 on one line, of at most 80 bytes and three dots.
#pragma once

#include <string>
#include <string_view>

namespace lintas::loaders {

// Bytes that are not UTF-8 and control characters become `?`.
std::string shown_text(std::string_view text);

} // namespace lintas::loaders
