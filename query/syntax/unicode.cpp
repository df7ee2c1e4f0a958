#include "query/syntax/unicode.h"

#include <algorithm>
#include <array>

namespace lintas::query::syntax {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

template <std::size_t Size> bool lies_in(const std::array<Range, Size>& ranges, char32_t code) {
    const auto next = std::ranges::upper_bound(ranges, code, {}, &Range::first);
    return next != ranges.begin() && code <= std::prev(next)->last;
}

constexpr auto spaces = std::to_array<Range>({
    {0x09, 0x0D},
    {0x1C, 0x20},
    {0xA0, 0xA0},
    {0x1680, 0x1680},
    {0x180E, 0x180E},
    {0x2000, 0x200A},
    {0x2028, 0x2029},
    {0x202F, 0x202F},
    {0x205F, 0x205F},
    {0x3000, 0x3000},
    {0xFEFF, 0xFEFF},
});

constexpr auto dashes = std::to_array<Range>({
    {0xAD, 0xAD},
    {0x2010, 0x2015},
    {0x2212, 0x2212},
    {0xFE58, 0xFE58},
    {0xFE63, 0xFE63},
    {0xFF0D, 0xFF0D},
});

// Controls, punctuation, symbols, private use: no part of a name.
constexpr auto not_in_names = std::to_array<Range>({
    {0x80, 0xA9},       {0xAB, 0xB4},        {0xB6, 0xB6},     {0xB8, 0xB9},     {0xBB, 0xBF},
    {0xD7, 0xD7},       {0xF7, 0xF7},        {0x1680, 0x1680}, {0x180E, 0x180E}, {0x2000, 0x200B},
    {0x200E, 0x203E},   {0x2041, 0x2053},    {0x2055, 0x2070}, {0x2074, 0x207E}, {0x2080, 0x208F},
    {0x20A0, 0x20CF},   {0x2190, 0x2BFF},    {0x2E00, 0x2E7F}, {0x3000, 0x3004}, {0x3008, 0x3020},
    {0x3030, 0x3030},   {0xD800, 0xF8FF},    {0xFD3E, 0xFD3F}, {0xFE10, 0xFE19}, {0xFE30, 0xFE32},
    {0xFE35, 0xFE4C},   {0xFE50, 0xFE6F},    {0xFEFF, 0xFEFF}, {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20},
    {0xFF3B, 0xFF3E},   {0xFF40, 0xFF40},    {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF},
    {0xE0000, 0xE00FF}, {0xF0000, 0x10FFFF},
});

constexpr auto combining = std::to_array<Range>({
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD},   {0x0610, 0x061A},   {0x064B, 0x065F},
    {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4},   {0x0900, 0x0902},   {0x093C, 0x093C},
    {0x0941, 0x0948}, {0x094D, 0x094D}, {0x0E31, 0x0E31},   {0x0E34, 0x0E3A},   {0x0E47, 0x0E4E},
    {0x0EB1, 0x0EB1}, {0x0EB4, 0x0EBC}, {0x0EC8, 0x0ECD},   {0x102D, 0x1030},   {0x1032, 0x1037},
    {0x1039, 0x103A}, {0x103D, 0x103E}, {0x1058, 0x1059},   {0x17B4, 0x17B5},   {0x17B7, 0x17BD},
    {0x17C6, 0x17C6}, {0x17C9, 0x17D3}, {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF},   {0x200B, 0x200F},
    {0x202A, 0x202E}, {0x2060, 0x2064}, {0x20D0, 0x20FF},   {0x3099, 0x309A},   {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0x1F3FB, 0x1F3FF}, {0xE0100, 0xE01EF},
});

constexpr auto wide = std::to_array<Range>({
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},
    {0x2614, 0x2615},   {0x26A1, 0x26A1},   {0x2705, 0x2705},   {0x274C, 0x274C},
    {0x2753, 0x2755},   {0x2795, 0x2797},   {0x2B1B, 0x2B1C},   {0x2E80, 0x303E},
    {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x16FE0, 0x18DFF}, {0x1B000, 0x1B2FF}, {0x1F004, 0x1F004},
    {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F19A}, {0x1F200, 0x1F320}, {0x1F32D, 0x1F64F},
    {0x1F680, 0x1F6FF}, {0x1F7E0, 0x1F7EB}, {0x1F90C, 0x1F9FF}, {0x1FA70, 0x1FAFF},
    {0x20000, 0x3FFFD},
});

// The value bits of the first byte and the length of the sequence; length 0: no first byte.
Character first_byte(unsigned char byte) {
    if (byte < 0x80) return {byte, 1};
    if (byte >= 0xC2 && byte < 0xE0) return {char32_t(byte & 0x1FU), 2};
    if (byte >= 0xE0 && byte < 0xF0) return {char32_t(byte & 0x0FU), 3};
    if (byte >= 0xF0 && byte < 0xF5) return {char32_t(byte & 0x07U), 4};
    return {0, 0};
}

bool is_ascii_letter(char32_t code) {
    return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
}

bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }

} // namespace

std::optional<Character> decode(std::string_view text, std::size_t offset) {
    auto character = first_byte(static_cast<unsigned char>(text[offset]));
    if (character.size == 0 || text.size() - offset < character.size) return std::nullopt;
    for (const char next : text.substr(offset + 1, character.size - 1)) {
        const auto byte = static_cast<unsigned char>(next);
        if ((byte & 0xC0U) != 0x80U) return std::nullopt;
        character.code = (character.code << 6U) | (byte & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool is_overlong = character.code < smallest[character.size];
    if (is_overlong || !is_scalar(character.code)) return std::nullopt;
    return character;
}

void append_utf8(std::string& text, char32_t code) {
    const auto continuation = [&](unsigned shift) {
        text += static_cast<char>(0x80U | ((code >> shift) & 0x3FU));
    };
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0U | (code >> 6U));
        continuation(0);
    } else if (code < 0x10000) {
        text += static_cast<char>(0xE0U | (code >> 12U));
        continuation(6);
        continuation(0);
    } else {
        text += static_cast<char>(0xF0U | (code >> 18U));
        continuation(12);
        continuation(6);
        continuation(0);
    }
}

bool is_scalar(char32_t code) { return code < 0xD800 || (code > 0xDFFF && code <= 0x10FFFF); }

bool is_space(char32_t code) { return lies_in(spaces, code); }

bool is_name_start(char32_t code) {
    if (code < 0x80) return is_ascii_letter(code) || code == '_';
    return !lies_in(not_in_names, code);
}

bool is_name_part(char32_t code) { return is_digit(code) || is_name_start(code) || code == 0xB7; }

bool is_dash(char32_t code) { return lies_in(dashes, code); }

bool is_left_arrow_head(char32_t code) {
    return code == 0x27E8 || code == 0x3008 || code == 0xFE64 || code == 0xFF1C;
}

bool is_right_arrow_head(char32_t code) {
    return code == 0x27E9 || code == 0x3009 || code == 0xFE65 || code == 0xFF1E;
}

std::size_t column_width(char32_t code) {
    if (lies_in(combining, code)) return 0;
    return lies_in(wide, code) ? 2 : 1;
}

} // namespace lintas::query::syntax
