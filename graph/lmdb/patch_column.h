// Puts other values into rows of a column that was read from segments.
#pragma once

#include "graph/column.h"
#include "graph/value.h"

#include <cstddef>
#include <span>

namespace lintas::lmdb {

struct Replacement {
    std::size_t row = 0;
    const Value* value = nullptr; // null: the row has none
};

// The column with these values in these rows. It keeps copies of their strings, and its type where
// that fits them. REQUIRES: rows ascend.
Column patch_column(Column column, std::span<const Replacement> replacements);

} // namespace lintas::lmdb
