// Names of functions and aggregates, which ignore the case of the letters A to Z.
//
// Invariant: two names are the same when neither comes before the other.
#pragma once

#include <algorithm>
#include <string_view>

namespace lintas::query {

constexpr char lower_letter(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

constexpr bool is_same_name(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, {}, lower_letter, lower_letter);
}

constexpr bool name_comes_before(std::string_view left, std::string_view right) {
    return std::ranges::lexicographical_compare(left, right, {}, lower_letter, lower_letter);
}

} // namespace lintas::query
