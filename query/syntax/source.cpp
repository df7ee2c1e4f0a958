#include "query/syntax/source.h"

#include "query/syntax/unicode.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace lintas::query::syntax {

namespace {

constexpr std::size_t width_limit = 100;   // columns of the text that are shown
constexpr std::size_t context_before = 40; // columns shown before a mark in a long line
constexpr std::size_t tab_width = 4;
constexpr std::size_t longest_character = 4;             // bytes of UTF-8
constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD, for what cannot be shown
constexpr std::string_view cut_mark = "...";

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// A character as it is shown: a tab as blanks, controls and broken bytes replaced.
struct Cell {
    std::string glyph;
    std::size_t width;
    std::size_t offset; // in the query
};

Cell cell_at(std::string_view text, std::size_t offset, std::size_t& size) {
    const auto character = decode(text, offset);
    size = character ? character->size : 1;
    if (!character) return {std::string{replacement}, 1, offset};
    if (character->code == '\t') return {std::string(tab_width, ' '), tab_width, offset};
    const bool is_control =
        character->code < 0x20 || (character->code >= 0x7F && character->code < 0xA0);
    if (is_control) return {std::string{replacement}, 1, offset};
    return {std::string{text.substr(offset, size)}, column_width(character->code), offset};
}

std::size_t line_begin(std::string_view text, std::size_t offset) {
    return text.substr(0, offset).rfind('\n') + 1; // npos + 1 is 0: the first line
}

std::size_t line_end(std::string_view text, std::size_t offset) {
    auto end = std::min(text.find('\n', offset), text.size());
    if (end > offset && text[end - 1] == '\r') --end;
    return end;
}

// The part of the line around `begin` that may be shown; `cut_left` and `cut_right` say whether
// more of the line lies beyond it.
struct Window {
    std::vector<Cell> cells;
    bool cut_left = false;
    bool cut_right = false;
};

// Bytes of a long line that cannot be shown anyway are not even looked at.
Window near_cells(std::string_view text, std::size_t begin) {
    constexpr auto reach = longest_character * width_limit;
    const auto line_from = line_begin(text, begin);
    const auto line_to = line_end(text, begin);
    auto from = begin - std::min(begin - line_from, reach);
    while (from < begin && is_continuation(text[from])) ++from;
    Window window{{}, from > line_from, false};
    for (std::size_t offset = from, size = 0; offset < line_to; offset += size) {
        window.cut_right = offset > begin + reach;
        if (window.cut_right) break;
        window.cells.push_back(cell_at(text, offset, size));
    }
    return window;
}

std::size_t width_of(const std::vector<Cell>& cells) {
    std::size_t width = 0;
    for (const auto& cell : cells) width += cell.width;
    return width;
}

// Cuts what is too wide: first on the left down to some context, then on the right.
void trim(Window& window, std::size_t begin) {
    auto& cells = window.cells;
    if (width_of(cells) <= width_limit && !window.cut_left && !window.cut_right) return;
    const auto mark =
        std::ranges::find_if(cells, [&](const Cell& cell) { return cell.offset >= begin; });
    auto first = mark;
    std::size_t before = 0;
    while (first != cells.begin() && before + std::prev(first)->width <= context_before) {
        before += (--first)->width;
    }
    window.cut_left = window.cut_left || first != cells.begin();
    cells.erase(cells.begin(), first);
    std::size_t width = 0;
    const auto last = std::ranges::find_if(cells, [&](const Cell& cell) {
        width += cell.width;
        return width > width_limit;
    });
    window.cut_right = window.cut_right || last != cells.end();
    cells.erase(last, cells.end());
}

struct Lines {
    std::string text;
    std::string carets;
};

Lines draw(const Window& window, Span span) {
    Lines lines;
    if (window.cut_left) lines.text += cut_mark;
    std::size_t indent = lines.text.size();
    std::size_t marked = 0;
    for (const auto& cell : window.cells) {
        lines.text += cell.glyph;
        if (cell.offset < span.begin) indent += cell.width;
        if (cell.offset >= span.begin && cell.offset < span.end) marked += cell.width;
    }
    if (window.cut_right) lines.text += cut_mark;
    lines.carets = std::string(indent, ' ') + std::string(std::max<std::size_t>(marked, 1), '^');
    return lines;
}

} // namespace

Place place_of(std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, std::min(offset, text.size()));
    const auto line = before.substr(line_begin(before, before.size()));
    const auto count = [](std::string_view where, auto predicate) {
        return static_cast<std::size_t>(std::ranges::count_if(where, predicate));
    };
    return {1 + count(before, [](char byte) { return byte == '\n'; }),
            1 + count(line, [](char byte) { return !is_continuation(byte); })};
}

std::string render(const Error& error, std::string_view text) {
    if (!error.span()) return error.what();
    const auto begin = std::min(error.span()->begin, text.size());
    const Span span{begin, std::max(begin, error.span()->end)};
    auto window = near_cells(text, begin);
    trim(window, begin);
    const auto [line, carets] = draw(window, span);
    const auto margin = fmt::format("{:>3} | ", place_of(text, begin).line);
    return fmt::format("{}\n{}{}\n{}{}", error.what(), margin, line,
                       std::string(margin.size(), ' '), carets);
}

} // namespace lintas::query::syntax
