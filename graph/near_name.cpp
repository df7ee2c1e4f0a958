#include "graph/near_name.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace lintas {

namespace {

constexpr std::size_t longest_word = 64; // longer ones are no misspelt names
constexpr std::size_t shortest_beginning = 4;

char near_lower(char character) {
    const bool is_upper = character >= 'A' && character <= 'Z';
    return is_upper ? static_cast<char>(character - 'A' + 'a') : character;
}

bool same_letter(char left, char right) { return near_lower(left) == near_lower(right); }

std::size_t edit_distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> before_last(right.size() + 1);
    std::vector<std::size_t> last(right.size() + 1);
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t column = 0; column <= right.size(); ++column) row[column] = column;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        before_last.swap(last);
        last.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t change = same_letter(left[i - 1], right[j - 1]) ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            const bool swapped = i > 1 && j > 1 && same_letter(left[i - 1], right[j - 2]) &&
                                 same_letter(left[i - 2], right[j - 1]);
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
    }
    return row[right.size()];
}

bool begins_with(std::string_view candidate, std::string_view word) {
    return candidate.size() > word.size() &&
           std::ranges::equal(candidate.substr(0, word.size()), word, same_letter);
}

// Whoever writes `toInt` means `toInteger`, although other names are fewer edits away.
std::optional<std::string_view> find_longer(std::string_view word,
                                            std::span<const std::string_view> candidates) {
    if (word.size() < shortest_beginning) return std::nullopt;
    std::optional<std::string_view> best;
    for (const auto candidate : candidates)
        if (begins_with(candidate, word) && (!best || candidate.size() < best->size()))
            best = candidate;
    return best;
}

std::size_t allowed_edits(std::string_view word) {
    if (word.size() <= 4) return 1;
    return word.size() <= 8 ? 2 : 3;
}

} // namespace

std::optional<std::string_view> find_near_name(std::string_view word,
                                               std::span<const std::string_view> candidates) {
    if (word.size() < 2 || word.size() > longest_word) return std::nullopt;
    if (const auto longer = find_longer(word, candidates)) return longer;
    std::optional<std::string_view> best;
    auto best_distance = allowed_edits(word);
    for (const auto candidate : candidates) {
        const auto edits = edit_distance(word, candidate);
        if (candidate == word || edits > best_distance || edits >= candidate.size()) continue;
        const bool is_nearer = !best || edits < best_distance ||
                               (begins_with(candidate, word) && !begins_with(*best, word));
        if (!is_nearer) continue;
        best_distance = edits;
        best = candidate;
    }
    return best;
}

} // namespace lintas
