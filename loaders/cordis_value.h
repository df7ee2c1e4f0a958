// The cells of CORDIS tables as values.
//
// Invariant: pure functions. A decimal point and a decimal comma mean the same; what is not wholly
// of the kind gives nothing.
#pragma once

#include "graph/value.h"

#include <optional>
#include <string_view>

namespace lintas::loaders {

enum class CellKind {
    Text,
    Name,     // of an organisation: cleaned for display
    Integer,  // also written as 7.0
    Number,   // 1234.5 and 1234,5; 1,234.5 and 1.234,5
    Date,     // 2024-02-29, also with a time behind it
    DateTime, // 2024-02-29 12:30:00
    Boolean,  // true, false in any case
};

// REQUIRES: text is not empty.
std::optional<Value> parse_cell(std::string_view text, CellKind kind);

// What a cell of the kind may hold, for messages.
std::string_view allowed(CellKind kind);

// A number with a decimal point or comma.
std::optional<double> parse_decimal(std::string_view text);

} // namespace lintas::loaders
