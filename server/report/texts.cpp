#include "server/report/texts.h"

#include "graph/error.h"
#include "graph/expect.h"
#include "server/json/json_reader.h"

#include <fmt/format.h>

namespace lintas::report {

Texts::Texts(Map own, Map english) : own_{std::move(own)}, english_{std::move(english)} {}

std::optional<std::string> Texts::find(std::string_view key) const {
    if (const auto found = own_.find(key); found != own_.end()) return found->second.string();
    if (const auto found = english_.find(key); found != english_.end())
        return found->second.string();
    return std::nullopt;
}

std::string Texts::text(std::string_view key) const {
    const auto found = find(key);
    if (!found) throw Error{ErrorCode::Internal, fmt::format("The text `{}` is missing", key)};
    return *found;
}

std::string Texts::text(std::string_view key, const Map& names) const {
    auto result = text(key);
    for (const auto& [name, value] : names) {
        const auto mark = "{" + name + "}";
        for (auto at = result.find(mark); at != result.npos; at = result.find(mark, at)) {
            const auto& words = value.string();
            result.replace(at, mark.size(), words);
            at += words.size();
        }
    }
    return result;
}

Map Texts::all() const {
    auto all = own_;
    all.insert(english_.begin(), english_.end());
    return all;
}

Map read_catalogue(std::string_view json, std::string_view what) {
    const auto blame = fmt::format("The catalogue `{}`", what);
    const auto value = server::read_json(json, {ErrorCode::Input, blame});
    if (!value.is(ValueType::Map))
        throw Error{ErrorCode::Input, blame + " is not an object of texts"};
    for (const auto& [key, text] : value.map())
        if (!text.is(ValueType::String))
            throw Error{ErrorCode::Input, fmt::format("{}: `{}` is not a text", blame, key)};
    return value.map();
}

} // namespace lintas::report
