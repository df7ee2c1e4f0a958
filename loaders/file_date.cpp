#include "loaders/file_date.h"

#include "graph/temporal_parse.h"
#include "loaders/ascii.h"

namespace lintas::loaders {
namespace {

bool has_date_shape(std::string_view text) {
    constexpr std::string_view shape = "0000-00-00";
    if (text.size() != shape.size()) return false;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (shape[i] == '-' ? text[i] != '-' : !is_digit(text[i])) return false;
    }
    return true;
}

} // namespace

std::string file_date(std::string_view name) {
    constexpr std::size_t length = 10;
    for (std::size_t at = 0; at + length <= name.size(); ++at) {
        const auto text = name.substr(at, length);
        if (!has_date_shape(text)) continue;
        if (at > 0 && is_digit(name[at - 1])) continue;
        if (at + length < name.size() && is_digit(name[at + length])) continue;
        if (parse_date(text)) return std::string{text};
    }
    return "";
}

} // namespace lintas::loaders
