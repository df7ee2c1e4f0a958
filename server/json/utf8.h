// Tells UTF-8 from other bytes, and mends what is not, so that every answer is valid text.
//
// Invariant: mended_utf8() gives valid UTF-8 for any bytes, and valid text back as it is.
#pragma once

#include <string>
#include <string_view>

namespace lintas::server {

// The length in bytes of the character that `text` begins with, 0 where it is not UTF-8 (RFC 3629:
// no surrogates, nothing above U+10FFFF, shortest forms only). REQUIRES: text is not empty.
std::size_t utf8_length(std::string_view text);

bool is_utf8(std::string_view text);

// The text with U+FFFD for each byte that belongs to no character.
std::string mended_utf8(std::string_view text);

} // namespace lintas::server
