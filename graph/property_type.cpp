#include "graph/property_type.h"

#include "graph/error.h"

#include <fmt/format.h>

namespace lintas {

namespace {

// The first type inside the value that no property may hold; Null if there is none.
ValueType offending_type(const Value& value) {
    switch (const auto type = value.type(); type) {
        using enum ValueType;
    case Map:
    case Node:
    case Relationship:
    case Path: return type;
    case List:
        for (const auto& element : value.list()) {
            if (const auto offending = offending_type(element); offending != Null) return offending;
        }
        return Null;
    case Null:
    case Boolean:
    case Integer:
    case Float:
    case String:
    case Date:
    case LocalTime:
    case ZonedTime:
    case LocalDateTime:
    case ZonedDateTime:
    case Duration:
    case Point: break;
    }
    return ValueType::Null;
}

} // namespace

bool is_storable(const Value& value) { return offending_type(value) == ValueType::Null; }

void require_storable(const Value& value, std::string_view key) {
    const auto offending = offending_type(value);
    if (offending == ValueType::Null) return;
    throw Error{ErrorCode::Type, ErrorDetail::InvalidPropertyType,
                fmt::format("Property `{}` cannot hold a {}{}; properties hold booleans, numbers, "
                            "strings, temporal values, points and lists of those",
                            key, value.is(ValueType::List) ? "list with a " : "", name(offending))};
}

} // namespace lintas
