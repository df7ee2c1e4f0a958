// Letters and digits of ASCII, whatever the locale.
//
// Invariant: pure functions; bytes above 127 are neither letters nor digits and stay what they are.
#pragma once

#include <string>
#include <string_view>

namespace lintas::loaders {

constexpr bool is_digit(char character) { return character >= '0' && character <= '9'; }

// The text in small letters.
std::string lower(std::string_view text);

// Is `text`, in small letters, `small`?
bool equals_lower(std::string_view text, std::string_view small);

} // namespace lintas::loaders
