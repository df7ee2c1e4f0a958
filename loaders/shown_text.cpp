#include "loaders/shown_text.h"

#include "loaders/utf8.h"

#include <algorithm>

namespace lintas::loaders {

std::string shown_text(std::string_view text) {
    constexpr std::size_t most = 80;
    constexpr unsigned char first_printable = 0x20;
    auto end = std::min(text.size(), most);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) {
        --end;
    }
    std::string shown{text.substr(0, end)};
    const bool valid = is_utf8(shown);
    for (auto& character : shown) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < first_printable || byte == 0x7f || (!valid && byte >= 0x80)) character = '?';
    }
    if (end < text.size()) shown += "...";
    return shown;
}

} // namespace lintas::loaders
