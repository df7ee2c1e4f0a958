// Checks UTF-8, and knows the mark that may stand before it.
//
// Invariant: pure function; overlong forms, surrogates and values above U+10FFFF are not UTF-8
// (RFC 3629).
#pragma once

#include <string_view>

namespace lintas::loaders {

// What some programs write at the start of a file; no part of the text.
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

bool is_utf8(std::string_view text);

} // namespace lintas::loaders
