// Choosing rows of a column where some of the wanted rows are missing and become null.
#pragma once

#include "graph/column.h"
#include "query/run/batch.h"

#include <cstdint>
#include <span>

namespace lintas::query {

inline constexpr std::uint32_t no_row = ~std::uint32_t{0};

// rows[i] is a row of the column or no_row, which gives null.
Column select_or_null(const Column& column, std::span<const std::uint32_t> rows);

// A column of `total` rows whose row rows[i] is row i of `column`, and the others null.
// REQUIRES: `rows` ascends.
Column spread(Column column, std::span<const std::uint32_t> rows, std::size_t total);

} // namespace lintas::query
