#include "loaders/character_entities.h"

#include <charconv>
#include <cstdint>
#include <utility>

namespace lintas::loaders {
namespace {

constexpr std::pair<std::string_view, std::string_view> entities[] = {
    {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"},
};

constexpr std::uint32_t last_character = 0x10FFFF;

bool is_character(std::uint32_t code) {
    return code > 0 && code <= last_character && (code < 0xD800 || code > 0xDFFF);
}

void append_utf8(std::string& text, std::uint32_t code) {
    const auto byte = [&](std::uint32_t bits) { text.push_back(static_cast<char>(bits)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xC0 | code >> 6);
        byte(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        byte(0xE0 | code >> 12);
        byte(0x80 | (code >> 6 & 0x3F));
        byte(0x80 | (code & 0x3F));
    } else {
        byte(0xF0 | code >> 18);
        byte(0x80 | (code >> 12 & 0x3F));
        byte(0x80 | (code >> 6 & 0x3F));
        byte(0x80 | (code & 0x3F));
    }
}

// Appends what `&name;` stands for. False if that is nothing.
bool append_entity(std::string& text, std::string_view name) {
    for (const auto& [entity, character] : entities)
        if (entity == name) {
            text += character;
            return true;
        }
    if (!name.starts_with('#')) return false;
    name.remove_prefix(1);
    const auto is_hexadecimal = name.starts_with('x') || name.starts_with('X');
    if (is_hexadecimal) name.remove_prefix(1);
    std::uint32_t code = 0;
    const auto* end = name.data() + name.size();
    const auto read = std::from_chars(name.data(), end, code, is_hexadecimal ? 16 : 10);
    if (read.ec != std::errc{} || read.ptr != end || !is_character(code)) return false;
    append_utf8(text, code);
    return true;
}

} // namespace

std::string without_entities(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto begin = text.find('&');
        result += text.substr(0, begin);
        if (begin == std::string_view::npos) break;
        const auto end = text.find(';', begin);
        if (end != std::string_view::npos &&
            append_entity(result, text.substr(begin + 1, end - begin - 1))) {
            text.remove_prefix(end + 1);
        } else {
            result += '&';
            text.remove_prefix(begin + 1);
        }
    }
    return result;
}

} // namespace lintas::loaders
