// Words of the language, which ignore the case of the letters a to z.
//
// Invariant: other characters stay as they are.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace lintas::query::syntax {

constexpr char upper_letter(char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
}

inline std::string upper_case(std::string_view text) {
    std::string result{text};
    std::ranges::transform(result, result.begin(), upper_letter);
    return result;
}

} // namespace lintas::query::syntax
