// A text without the blanks around it.
//
// Invariant: the view is of the text.
#pragma once

#include <string_view>

namespace lintas {

constexpr std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\r\n") {
    const auto begin = text.find_first_not_of(blanks);
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

} // namespace lintas
