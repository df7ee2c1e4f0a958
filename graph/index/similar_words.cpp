#include "graph/index/similar_words.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace lintas {

namespace {

// Bytes that follow the first one of a code point; 0 where it is no first one.
std::size_t following_bytes(unsigned char first) {
    if (first >= 0xF0 && first < 0xF8) return 3;
    if (first >= 0xE0) return first < 0xF0 ? 2 : 0;
    return first >= 0xC0 ? 1 : 0;
}

} // namespace

std::u32string code_points(std::string_view text) {
    std::u32string points;
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at]);
        const auto more = std::min(following_bytes(first), text.size() - at - 1);
        auto point = static_cast<char32_t>(more == 0 ? first : first & (0x3Fu >> more));
        for (std::size_t next = 1; next <= more; ++next)
            point = point << 6 | (static_cast<unsigned char>(text[at + next]) & 0x3Fu);
        points.push_back(point);
        at += 1 + more;
    }
    return points;
}

std::optional<std::size_t> distance_between(const std::u32string& left, const std::u32string& right,
                                            std::size_t most) {
    const auto [shorter, longer] = std::minmax(left.size(), right.size());
    if (longer - shorter > most) return {};
    std::vector<std::size_t> before_last(right.size() + 1);
    std::vector<std::size_t> last(right.size() + 1);
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= left.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t change = left[i - 1] == right[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        if (*std::ranges::min_element(row) > most) return {};
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last.back() <= most ? std::optional{last.back()} : std::nullopt;
}

} // namespace lintas
