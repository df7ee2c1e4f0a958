#include "server/shell/candidate_list.h"

#include "server/output/display_width.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace lintas::server {

namespace {

constexpr std::size_t most_shown = 100;
constexpr std::size_t gap = 2;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

bool is_same_letter(unsigned char left, unsigned char right) {
    return std::tolower(left) == std::tolower(right);
}

} // namespace

std::string completed_word(std::string_view word, const std::vector<std::string>& candidates) {
    if (candidates.empty()) return std::string{word};
    const auto& first = candidates.front();
    auto shared = first.size();
    for (const auto& candidate : candidates) {
        const auto differ = std::ranges::mismatch(first, candidate, is_same_letter).in1;
        shared = std::min(shared, static_cast<std::size_t>(differ - first.begin()));
    }
    while (shared > 0 && shared < first.size() && is_continuation(first[shared])) --shared;
    return shared < word.size() ? std::string{word} : first.substr(0, shared);
}

std::string candidate_list(const std::vector<std::string>& candidates, std::size_t terminal) {
    const auto shown = std::min(candidates.size(), most_shown);
    std::vector<std::string> cells;
    std::size_t widest = 0;
    for (std::size_t at = 0; at < shown; ++at) {
        cells.push_back(cut_to_width(visible(candidates[at]), std::max<std::size_t>(terminal, 1)));
        widest = std::max(widest, display_width(cells.back()));
    }
    const auto columns = std::max<std::size_t>((terminal + gap) / (widest + gap), 1);
    const auto rows = (shown + columns - 1) / columns;
    std::string text;
    for (std::size_t row = 0; row < rows; ++row) {
        std::string line;
        for (auto at = row; at < shown; at += rows)
            line += cells[at] + std::string(widest - display_width(cells[at]) + gap, ' ');
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    if (shown < candidates.size())
        text += fmt::format("... and {} more\n", candidates.size() - shown);
    return text;
}

} // namespace lintas::server
