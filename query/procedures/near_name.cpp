#include "query/procedures/near_name.h"

#include "graph/near_name.h"

#include <algorithm>
#include <cctype>

namespace lintas::query {

std::string folded(std::string_view name) {
    std::string text{name};
    std::ranges::transform(text, text.begin(), [](char letter) {
        return static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    });
    return text;
}

std::string_view near_name(std::string_view wanted, std::span<const std::string_view> names) {
    return find_near_name(wanted, names).value_or("");
}

} // namespace lintas::query
