#include "loaders/csv_any.h"

#include "graph/expect.h"
#include "graph/temporal_text.h"
#include "loaders/csv_scalar.h"
#include "loaders/csv_type_name.h"

#include <fmt/format.h>

#include <cstdint>
#include <utility>
#include <variant>

namespace lintas::loaders {

namespace {

constexpr int deepest_value = 1'000;

std::string point_text(const Point& point) {
    const auto height = has_height(point.crs) ? fmt::format(", z: {}", to_text(point.z)) : "";
    return fmt::format("{{x: {}, y: {}{}, srid: {}}}", to_text(point.x), to_text(point.y), height,
                       static_cast<int>(point.crs));
}

struct ScalarText {
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(const std::string& value) const { return value; }
    std::string operator()(const Point& value) const { return point_text(value); }
    std::string operator()(double value) const { return to_text(value); }
    std::string operator()(const Date& value) const { return to_text(value); }
    std::string operator()(const LocalTime& value) const { return to_text(value); }
    std::string operator()(const ZonedTime& value) const { return to_text(value); }
    std::string operator()(const LocalDateTime& value) const { return to_text(value); }
    std::string operator()(const ZonedDateTime& value) const { return to_text(value); }
    std::string operator()(const Duration& value) const { return to_text(value); }
    std::string operator()(Null) const { return refuse(); }
    std::string operator()(const ListPointer&) const { return refuse(); }
    std::string operator()(const MapPointer&) const { return refuse(); }
    std::string operator()(NodeId) const { return refuse(); }
    std::string operator()(RelationshipId) const { return refuse(); }
    std::string operator()(const PathPointer&) const { return refuse(); }

private:
    static std::string refuse() {
        expect(false, "only scalars have a text of one type");
        return {};
    }
};

std::optional<Value> parse_typed(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto type = find_type(text.substr(0, colon));
    if (!type || *type == ScalarType::Any) return std::nullopt;
    return parse_scalar(text.substr(colon + 1), *type, "");
}

class ListParser {
public:
    explicit ListParser(std::string_view text) : text_{text} {}

    std::optional<Value> parse() {
        auto list = parse_list(0);
        if (!list || !text_.empty()) return std::nullopt;
        return list;
    }

private:
    bool take(char expected) {
        if (!text_.starts_with(expected)) return false;
        text_.remove_prefix(1);
        return true;
    }

    std::optional<Value> parse_list(int depth) {
        if (depth > deepest_value || !take('[')) return std::nullopt;
        List list;
        if (take(']')) return Value{std::move(list)};
        while (true) {
            auto item = parse_item(depth);
            if (!item) return std::nullopt;
            list.push_back(std::move(*item));
            if (take(']')) return Value{std::move(list)};
            if (!take(',')) return std::nullopt;
        }
    }

    std::optional<Value> parse_item(int depth) {
        constexpr std::string_view null = "null";
        if (text_.starts_with('[')) return parse_list(depth + 1);
        if (text_.starts_with('"')) return parse_quoted();
        if (!text_.starts_with(null)) return std::nullopt;
        text_.remove_prefix(null.size());
        return Value{};
    }

    std::optional<Value> parse_quoted() {
        std::string inside;
        for (text_.remove_prefix(1); !text_.empty(); text_.remove_prefix(1)) {
            if (text_.front() == '"') {
                text_.remove_prefix(1);
                return parse_typed(inside);
            }
            if (text_.front() == '\\') text_.remove_prefix(1);
            if (text_.empty()) break;
            inside += text_.front();
        }
        return std::nullopt;
    }

    std::string_view text_;
};

void append_quoted(std::string& text, const std::string& inside) {
    text += '"';
    for (const char character : inside) {
        if (character == '"' || character == '\\') text += '\\';
        text += character;
    }
    text += '"';
}

std::string typed_text(const Value& value) {
    const auto type = scalar_type(value);
    expect(type.has_value(), "a property is a scalar or a list");
    return fmt::format("{}:{}", type_name(*type), scalar_text(value));
}

void append_list(std::string& text, const List& list) {
    text += '[';
    for (const auto& item : list) {
        if (&item != list.data()) text += ',';
        if (item.is_null())
            text += "null";
        else if (item.is(ValueType::List))
            append_list(text, item.list());
        else
            append_quoted(text, typed_text(item));
    }
    text += ']';
}

} // namespace

std::optional<Value> parse_any(std::string_view text) {
    if (text.starts_with('[')) return ListParser{text}.parse();
    return parse_typed(text);
}

std::string any_text(const Value& value) {
    if (!value.is(ValueType::List)) return typed_text(value);
    std::string text;
    append_list(text, value.list());
    return text;
}

std::optional<ScalarType> scalar_type(const Value& value) {
    switch (value.type()) {
        using enum ValueType;
    case Boolean: return ScalarType::Boolean;
    case Integer: return ScalarType::Long;
    case Float: return ScalarType::Float;
    case String: return ScalarType::String;
    case Date: return ScalarType::Date;
    case LocalTime: return ScalarType::LocalTime;
    case ZonedTime: return ScalarType::ZonedTime;
    case LocalDateTime: return ScalarType::LocalDateTime;
    case ZonedDateTime: return ScalarType::ZonedDateTime;
    case Duration: return ScalarType::Duration;
    case Point: return ScalarType::Point;
    case Null:
    case List:
    case Map:
    case Node:
    case Relationship:
    case Path: break;
    }
    return std::nullopt;
}

std::string scalar_text(const Value& value) { return std::visit(ScalarText{}, value.storage()); }

} // namespace lintas::loaders
