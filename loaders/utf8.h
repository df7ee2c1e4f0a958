// Checks UTF-8.
//
// Invariant: pure function; overlong forms, surrogates and values above U+10FFFF are not UTF-8
// (RFC 3629).
#pragma once

#include <string_view>

namespace lintas::loaders {

bool is_utf8(std::string_view text);

} // namespace lintas::loaders
