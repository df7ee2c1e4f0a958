// Three-valued truth by row, and what columns of booleans become and come from.
#pragma once

#include "graph/column.h"
#include "graph/error.h"
#include "query/run/batch.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace lintas::query {

enum class Truth : std::uint8_t { False, True, Null };
using Truths = std::vector<Truth>;

constexpr Truth truth_of(std::optional<bool> value) {
    if (!value) return Truth::Null;
    return *value ? Truth::True : Truth::False;
}
constexpr Truth negation(Truth truth) {
    if (truth == Truth::Null) return Truth::Null;
    return truth == Truth::True ? Truth::False : Truth::True;
}

// TypeError InvalidArgumentType at `span` when a row is neither a boolean nor null. `user` is who
// wants a boolean, for the message: "`AND`", "A predicate".
Truths truths_of(const Column& column, std::string_view user, Span span);
Column column_of(const Truths& truths);

// The rows that are true; errors as above.
RowNumbers true_rows_of(const Column& column, std::string_view user, Span span);

} // namespace lintas::query
