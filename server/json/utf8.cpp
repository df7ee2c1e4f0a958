#include "server/json/utf8.h"

#include <algorithm>

namespace lintas::server {

namespace {

unsigned byte(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

// The bounds of the second byte, which rule out long forms, surrogates and too great numbers.
struct Lead {
    std::size_t length;
    unsigned lowest;
    unsigned highest;
};

Lead lead(unsigned first) {
    if (first < 0x80) return {1, 0, 0};
    if (first < 0xC2) return {0, 0, 0};
    if (first < 0xE0) return {2, 0x80, 0xBF};
    if (first == 0xE0) return {3, 0xA0, 0xBF};
    if (first == 0xED) return {3, 0x80, 0x9F};
    if (first < 0xF0) return {3, 0x80, 0xBF};
    if (first == 0xF0) return {4, 0x90, 0xBF};
    if (first < 0xF4) return {4, 0x80, 0xBF};
    if (first == 0xF4) return {4, 0x80, 0x8F};
    return {0, 0, 0};
}

} // namespace

std::size_t utf8_length(std::string_view text) {
    const auto [length, lowest, highest] = lead(byte(text, 0));
    if (length > text.size()) return 0;
    if (length > 1 && (byte(text, 1) < lowest || byte(text, 1) > highest)) return 0;
    for (std::size_t at = 2; at < length; ++at)
        if ((byte(text, at) & 0xC0) != 0x80) return 0;
    return length;
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto length = utf8_length(text);
        if (length == 0) return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string mended_utf8(std::string_view text) {
    std::string mended;
    while (!text.empty()) {
        const auto length = utf8_length(text);
        mended += length == 0 ? std::string_view{"\xEF\xBF\xBD"} : text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return mended;
}

} // namespace lintas::server
