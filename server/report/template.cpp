#include "server/report/template.h"

#include "graph/error.h"
#include "server/report/drawing/svg.h"

#include <fmt/format.h>
#include <kainjow/mustache.hpp>

namespace lintas::report {

namespace {

namespace mustache = kainjow::mustache;

mustache::data data_of(const Value& value);

mustache::data data_of(const Map& map) {
    mustache::data data{mustache::data::type::object};
    for (const auto& [key, value] : map) data.set(key, data_of(value));
    return data;
}

mustache::data data_of(const Value& value) {
    if (value.is(ValueType::String)) return value.string();
    if (value.is(ValueType::Boolean)) return value.boolean();
    if (value.is(ValueType::Map)) return data_of(value.map());
    if (value.is(ValueType::List)) {
        mustache::data list{mustache::data::type::list};
        for (const auto& item : value.list()) list.push_back(data_of(item));
        return list;
    }
    return false;
}

// A text within a line or a cell of Markdown, where HTML would be let through.
std::string escape_markdown(const std::string& text) {
    std::string escaped;
    for (const char character : text) {
        switch (character) {
        case '|': escaped += "\\|"; break;
        case '<': escaped += "&lt;"; break;
        case '&': escaped += "&amp;"; break;
        case '\n':
        case '\r': escaped += ' '; break;
        case '*':
        case '_':
        case '`':
        case '[':
        case ']':
        case '\\':
            escaped += '\\';
            escaped += character;
            break;
        default: escaped += character;
        }
    }
    return escaped;
}

} // namespace

std::string render(const Template& form, const Map& data,
                   const std::map<std::string, std::string>& partials) {
    mustache::mustache engine{form.text};
    const auto check = [&] {
        if (!engine.is_valid())
            throw Error{ErrorCode::Input, fmt::format("The template `{}` is not mustache: {}",
                                                      form.name, engine.error_message())};
    };
    check();
    engine.set_custom_escape([&](const std::string& text) {
        return form.escape == Escape::Html ? escape_xml(text) : escape_markdown(text);
    });
    auto root = data_of(data);
    for (const auto& [name, text] : partials)
        root.set(name, mustache::data{mustache::partial{[&text = text] { return text; }}});
    auto result = engine.render(root);
    check();
    return result;
}

} // namespace lintas::report
