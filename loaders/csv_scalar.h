// The text of one CSV field as a value of the type that the header gives its column.
//
// Invariant: pure functions. White space around numbers, booleans and temporal values is passed
// over; what is not wholly of the type gives nothing.
#pragma once

#include "graph/value.h"
#include "loaders/csv_header.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace lintas::loaders {

// An integer in the range of Byte, Short, Int or Long.
std::optional<std::int64_t> parse_integer(std::string_view text, ScalarType type);
// Also `NaN` and `Infinity`.
std::optional<double> parse_float(std::string_view text);
std::optional<bool> parse_boolean(std::string_view text);

// A value of any type. `option` is what stands between { and } in the header: the time zone of
// times without one, the coordinate system of points.
std::optional<Value> parse_scalar(std::string_view text, ScalarType type, std::string_view option);

// What a column of the type may hold, for messages: "an integer from -128 to 127".
std::string_view allowed(ScalarType type);

// Is it an integer as it prints itself: no plus, no leading zeros, no white space?
std::optional<std::int64_t> canonical_integer(std::string_view text);

} // namespace lintas::loaders
