// From values to a typed column, declared in column.h.
#include "graph/column.h"

#include <optional>

namespace lintas {

namespace {

using Nulls = std::vector<std::uint8_t>;

// The type that all values but nulls share (Null if there are nulls only); nullopt if there are
// several.
std::optional<ValueType> common_type(const Boxed& values) {
    auto common = ValueType::Null;
    for (const auto& value : values) {
        if (value.is_null() || value.is(common)) continue;
        if (common != ValueType::Null) return std::nullopt;
        common = value.type();
    }
    return common;
}

Nulls nulls_of(const Boxed& values) {
    Nulls nulls;
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (!values[row].is_null()) continue;
        nulls.resize(values.size());
        nulls[row] = 1;
    }
    return nulls;
}

// REQUIRES: every value is null or a T.
template <typename Vector, typename T> Column unboxed(const Boxed& values) {
    Vector data(values.size());
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (!values[row].is_null()) data[row] = values[row].as<T>();
    }
    return {std::move(data), nulls_of(values)};
}

Column unboxed_texts(const Boxed& values) {
    std::size_t bytes = 0;
    for (const auto& value : values) bytes += value.is_null() ? 0 : value.string().size();
    const auto owner = std::make_shared<std::string>();
    owner->reserve(bytes); // the views below hold because it never moves
    Strings data(values.size());
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (values[row].is_null()) continue;
        const auto& text = values[row].string();
        const auto begin = owner->size();
        *owner += text;
        data[row] = std::string_view{*owner}.substr(begin, text.size());
    }
    Column column{std::move(data), nulls_of(values)};
    column.keep(owner);
    return column;
}

} // namespace

Column typed_column(Boxed values) {
    const auto type = common_type(values);
    if (!type || values.empty()) return Column{std::move(values)};
    switch (*type) {
        using enum ValueType;
    case Null: return Column{Constant{{}, values.size()}};
    case Boolean: return unboxed<Booleans, bool>(values);
    case Integer: return unboxed<Integers, std::int64_t>(values);
    case Float: return unboxed<Floats, double>(values);
    case String: return unboxed_texts(values);
    case Node: return unboxed<Nodes, NodeId>(values);
    case Relationship: return unboxed<Relationships, RelationshipId>(values);
    case List:
    case Map:
    case Path:
    case Date:
    case LocalTime:
    case ZonedTime:
    case LocalDateTime:
    case ZonedDateTime:
    case Duration:
    case Point: break;
    }
    return Column{std::move(values)};
}

} // namespace lintas
