#include "query/procedures/near_name.h"

#include <algorithm>
#include <cctype>

namespace lintas::query {

namespace {

constexpr std::size_t letters_that_may_differ = 3;

// How many letters two names share from their beginnings and their ends.
std::size_t shared_letters(std::string_view left, std::string_view right) {
    const auto front = std::ranges::mismatch(left, right).in1 - left.begin();
    const auto rest = std::min(left.size(), right.size()) - static_cast<std::size_t>(front);
    std::size_t back = 0;
    while (back < rest && left[left.size() - 1 - back] == right[right.size() - 1 - back]) ++back;
    return static_cast<std::size_t>(front) + back;
}

} // namespace

std::string folded(std::string_view name) {
    std::string text{name};
    std::ranges::transform(text, text.begin(), [](char letter) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    });
    return text;
}

std::string_view near_name(std::string_view wanted, std::span<const std::string_view> names) {
    const auto lower = folded(wanted);
    for (const auto name : names) {
        const auto shared = shared_letters(lower, folded(name));
        const auto longest = std::max(lower.size(), name.size());
        if (shared > 0 && shared + letters_that_may_differ >= longest) return name;
    }
    return {};
}

} // namespace lintas::query
