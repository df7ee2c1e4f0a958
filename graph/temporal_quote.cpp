#include "graph/temporal_quote.h"

namespace lintas {

namespace {

bool continues_a_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

} // namespace

std::string quote(std::string_view text) {
    constexpr std::size_t longest = 60;
    if (text.size() <= longest) return "`" + std::string{text} + "`";
    auto end = longest;
    while (end > 0 && continues_a_character(text[end])) --end;
    return "`" + std::string{text.substr(0, end)} + "…`";
}

} // namespace lintas
