#include "loaders/display_name.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <vector>

namespace lintas::loaders {
namespace {

constexpr UChar32 zero_width_non_joiner = 0x200c;
constexpr UChar32 zero_width_joiner = 0x200d;
constexpr UChar32 first_joining_script = 0x0600; // Arabic, and the Indic scripts after it
constexpr UChar32 word_joiner = 0x2060;
constexpr UChar32 zero_width_no_break = 0xfeff;

std::vector<UChar32> decode(std::string_view text) {
    std::vector<UChar32> characters;
    const auto size = static_cast<std::int32_t>(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::int32_t at = 0; at < size;) {
        UChar32 character = 0;
        U8_NEXT(bytes, at, size, character);
        if (character >= 0) characters.push_back(character);
    }
    return characters;
}

void append(std::string& text, UChar32 character) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, character);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

bool is_space(UChar32 character) {
    return u_isUWhiteSpace(character) || u_charType(character) == U_CONTROL_CHAR;
}

bool is_joiner(UChar32 character) {
    return character == zero_width_joiner || character == zero_width_non_joiner;
}

bool is_invisible(UChar32 character) {
    constexpr UChar32 zero_width_space = 0x200b;
    return character == zero_width_space || character == word_joiner ||
           character == zero_width_no_break || u_hasBinaryProperty(character, UCHAR_BIDI_CONTROL);
}

bool may_join(UChar32 character) {
    return character >= first_joining_script &&
           (u_isalpha(character) || u_charType(character) == U_NON_SPACING_MARK ||
            u_charType(character) == U_COMBINING_SPACING_MARK);
}

} // namespace

std::string display_name(std::string_view name) {
    const auto characters = decode(name);
    std::string result;
    bool space = false;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const auto character = characters[i];
        if (is_space(character)) {
            space = !result.empty();
            continue;
        }
        if (is_invisible(character)) continue;
        if (is_joiner(character)) {
            const bool between = i > 0 && i + 1 < characters.size();
            if (!between || !may_join(characters[i - 1]) || !may_join(characters[i + 1])) continue;
        }
        if (space) result += ' ';
        space = false;
        append(result, character);
    }
    return result;
}

std::string without_extra_quotes(std::string_view name) {
    const bool is_wrapped = name.size() >= 2 && name.front() == '"' && name.back() == '"';
    if (is_wrapped) {
        std::string inside;
        bool whole = true;
        const auto text = name.substr(1, name.size() - 2);
        for (std::size_t i = 0; i < text.size() && whole; ++i) {
            inside += text[i];
            if (text[i] != '"') continue;
            whole = i + 1 < text.size() && text[i + 1] == '"';
            ++i;
        }
        if (whole) return inside;
    }
    const bool stray_end = name.ends_with("\"\"") && name.find('"') == name.size() - 2;
    return std::string{stray_end ? name.substr(0, name.size() - 2) : name};
}

} // namespace lintas::loaders
