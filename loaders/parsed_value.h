// What a source says in text, as the value of a property.
//
// Invariant: pure functions.
#pragma once

#include "graph/value.h"

#include <optional>
#include <string_view>

namespace lintas::loaders {

// Nothing stays nothing.
template <typename Parsed> std::optional<Value> boxed(const std::optional<Parsed>& parsed) {
    if (!parsed) return std::nullopt;
    return Value{*parsed};
}

// null for an empty text.
Value text_or_null(std::string_view text);

// null for what is not a date in ISO 8601.
Value date_or_null(std::string_view text);

} // namespace lintas::loaders
