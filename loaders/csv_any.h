// A value with its type in one CSV field: `long:1`, `string:a`, `date:2024-02-29`; a list as
// `["long:1",null,["string:a"]]`. For columns whose values have several types, or lists that the
// plain form cannot hold.
//
// Invariant: what any_text() writes of a value that a property may hold, parse_any() reads as the
// same value.
#pragma once

#include "graph/value.h"
#include "loaders/csv_header.h"

#include <optional>
#include <string>
#include <string_view>

namespace lintas::loaders {

// Nothing if it is no such text.
std::optional<Value> parse_any(std::string_view text);
// REQUIRES: the value is not null, and may be a property.
std::string any_text(const Value& value);

// The type whose columns hold such values; nothing for lists.
std::optional<ScalarType> scalar_type(const Value& value);
// As it stands in a column of scalar_type(). REQUIRES: there is one.
std::string scalar_text(const Value& value);

} // namespace lintas::loaders
