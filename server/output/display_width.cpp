#include "server/output/display_width.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <iterator>

namespace lintas::server {

namespace {

std::size_t width_of(UChar32 character) {
    const auto mask = U_GET_GC_MASK(character);
    if (mask & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) return 0;
    switch (u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH: return 2;
    default: return 1;
    }
}

// Control characters, and the embeddings, overrides and isolates of bidirectional text.
bool steers(UChar32 character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0) ||
           (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069) || character == 0x2028 ||
           character == 0x2029;
}

// Calls `visit` with each character and its bytes; broken bytes come as U+FFFD.
template <typename Visit> void for_each_character(std::string_view text, Visit visit) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const auto begin = at;
        UChar32 character = 0;
        U8_NEXT(bytes, at, size, character);
        const auto own =
            text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin));
        if (character < 0)
            visit(UChar32{0xFFFD}, std::string_view{"\xEF\xBF\xBD"});
        else
            visit(character, own);
    }
}

} // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for_each_character(text,
                       [&](UChar32 character, std::string_view) { width += width_of(character); });
    return width;
}

std::string visible(std::string_view text) {
    std::string result;
    for_each_character(text, [&](UChar32 character, std::string_view bytes) {
        if (character == '\n')
            result += "\\n";
        else if (character == '\t')
            result += "\\t";
        else if (steers(character))
            fmt::format_to(std::back_inserter(result), "\\u{{{:x}}}",
                           static_cast<unsigned>(character));
        else
            result += bytes;
    });
    return result;
}

} // namespace lintas::server
