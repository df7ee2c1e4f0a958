#include "server/report/texts.h"

#include "graph/error.h"
#include "graph/expect.h"
#include "server/json/json_reader.h"

#include <fmt/format.h>

namespace lintas::report {

namespace {

std::string fill_in(std::string text, const Map& names) {
    for (const auto& [name, value] : names) {
        const auto mark = "{" + name + "}";
        for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at)) {
            const auto& words = value.string();
            text.replace(at, mark.size(), words);
            at += words.size();
        }
    }
    return text;
}

} // namespace

Texts::Texts(Map own, Map english) : own_{std::move(own)}, english_{std::move(english)} {}

std::optional<std::string> Texts::raw(std::string_view key) const {
    for (const auto* catalogue : {&own_, &english_})
        if (const auto found = catalogue->find(key); found != catalogue->end())
            return found->second.string();
    return std::nullopt;
}

std::optional<std::string> Texts::find(std::string_view key) const {
    auto found = raw(key);
    if (found) *found = fill_in(*std::move(found), names_);
    return found;
}

std::string Texts::text(std::string_view key) const { return text(key, {}); }

std::string Texts::text(std::string_view key, const Map& names) const {
    auto found = raw(key);
    if (!found) throw Error{ErrorCode::Internal, fmt::format("The text `{}` is missing", key)};
    // What is said here means more than what the whole report is about.
    return fill_in(fill_in(*std::move(found), names), names_);
}

Texts Texts::with(Map names) const {
    auto same = *this;
    same.names_ = std::move(names);
    return same;
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
