#include "server/output/display_width.h"

#include "graph/expect.h"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <iterator>
#include <memory>
#include <vector>

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

// The ends of what people take for one character: a letter with its marks, an emoji of several.
std::vector<std::size_t> character_ends(std::string_view text) {
    UErrorCode code = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks{
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), code)};
    UText* const opened =
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &code);
    const std::unique_ptr<UText, decltype(&utext_close)> bytes{opened, utext_close};
    expect(U_SUCCESS(code), "ICU knows the characters of the root locale");
    breaks->setText(bytes.get(), code);
    std::vector<std::size_t> ends;
    for (auto end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next())
        ends.push_back(static_cast<std::size_t>(end));
    return ends;
}

} // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for_each_character(text,
                       [&](UChar32 character, std::string_view) { width += width_of(character); });
    return width;
}

std::string cut_to_width(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string{text};
    std::size_t end = 0;
    std::size_t taken = 1; // the ellipsis
    for (const auto next : character_ends(text)) {
        taken += display_width(text.substr(end, next - end));
        if (taken > width) break;
        end = next;
    }
    return std::string{text.substr(0, end)} + "\u2026";
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
