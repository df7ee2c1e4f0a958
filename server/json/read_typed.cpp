#include "graph/error.h"
#include "server/json/point_text.h"
#include "server/json/value_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace lintas::server {

namespace {

[[noreturn]] void refuse(std::string_view type, std::string_view form) {
    throw Error{ErrorCode::Input,
                fmt::format("The `_value` of a typed `{}` must be {}", type, form)};
}

const std::string& text_of(std::string_view type, const Value& value) {
    if (!value.is(ValueType::String)) refuse(type, "a string");
    return value.string();
}

Value read_null(const Value& value) {
    if (!value.is_null()) refuse("Null", "null");
    return {};
}

Value read_boolean(const Value& value) {
    if (!value.is(ValueType::Boolean)) refuse("Boolean", "true or false");
    return value;
}

Value read_integer(const Value& value) {
    const std::string_view text = text_of("Integer", value);
    std::int64_t integer = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, code] = std::from_chars(text.data(), end, integer);
    if (code != std::errc{} || stop != end || text.empty())
        refuse("Integer", "the digits of a 64-bit integer in a string");
    return integer;
}

Value read_float(const Value& value) {
    const std::string_view text = text_of("Float", value);
    constexpr auto infinity = std::numeric_limits<double>::infinity();
    if (text == "NaN") return std::numeric_limits<double>::quiet_NaN();
    if (text == "Infinity") return infinity;
    if (text == "-Infinity") return -infinity;
    double floating = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, code] = std::from_chars(text.data(), end, floating);
    if (code != std::errc{} || stop != end || text.empty() || !std::isfinite(floating))
        refuse("Float", "a number, `NaN`, `Infinity` or `-Infinity` in a string");
    return floating;
}

Value read_string(const Value& value) { return text_of("String", value); }

Value read_list(const Value& value) {
    if (!value.is(ValueType::List)) refuse("List", "an array");
    List list;
    for (const auto& element : value.list()) list.push_back(read_typed(element));
    return Value{std::move(list)};
}

Value read_map(const Value& value) {
    if (!value.is(ValueType::Map)) refuse("Map", "an object");
    Map map;
    for (const auto& [key, element] : value.map()) map.emplace(key, read_typed(element));
    return map;
}

Value read_point_value(const Value& value) { return read_point(text_of("Point", value)); }

struct TypedForm {
    std::string_view type;
    Value (*read)(const Value& value);
};

constexpr TypedForm table[] = {
    {"Boolean", read_boolean},   {"Float", read_float},   {"Integer", read_integer},
    {"List", read_list},         {"Map", read_map},       {"Null", read_null},
    {"Point", read_point_value}, {"String", read_string},
};

} // namespace

Value read_typed(const Value& json) {
    constexpr auto form = "a typed value is an object with exactly `$type` and `_value`";
    if (!json.is(ValueType::Map))
        throw Error{ErrorCode::Input, fmt::format("Found {}; {}", name(json.type()), form)};
    const auto& map = json.map();
    const auto type = map.find("$type");
    const auto value = map.find("_value");
    if (map.size() != 2 || type == map.end() || value == map.end() ||
        !type->second.is(ValueType::String))
        throw Error{ErrorCode::Input, fmt::format("Found an object of another form; {}", form)};
    const auto* row = std::ranges::find(table, type->second.string(), &TypedForm::type);
    if (row == std::end(table))
        throw Error{ErrorCode::Input,
                    fmt::format("A parameter cannot be of the type `{}`", type->second.string())};
    return row->read(value->second);
}

} // namespace lintas::server
