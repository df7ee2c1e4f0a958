#include "query/functions/excerpt.h"

#include "query/functions/unicode_text.h"

#include <fmt/format.h>

namespace lintas::query {

std::string excerpt(std::string_view text) {
    constexpr std::size_t longest = 60;
    const auto end = byte_of_code_point(text, longest);
    std::string shown;
    for (const char letter : text.substr(0, end)) {
        if (letter == '\0')
            shown += "\xEF\xBF\xBD";
        else
            shown += letter;
    }
    return fmt::format("`{}{}`", shown, end < text.size() ? "…" : "");
}

} // namespace lintas::query
