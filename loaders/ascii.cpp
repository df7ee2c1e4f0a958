#include "loaders/ascii.h"

#include <algorithm>

namespace lintas::loaders {

namespace {

constexpr char small_letter(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

std::string lower(std::string_view text) {
    std::string result{text};
    for (auto& letter : result) letter = small_letter(letter);
    return result;
}

bool equals_lower(std::string_view text, std::string_view small) {
    return std::ranges::equal(text, small,
                              [](char left, char right) { return small_letter(left) == right; });
}

} // namespace lintas::loaders
