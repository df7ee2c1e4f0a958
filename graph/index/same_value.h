// Are two rows of columns equivalent, found without boxing for the common types.
#pragma once

#include "graph/column.h"

#include <cstddef>

namespace lintas {

bool same_value(const Column& left, std::size_t left_row, const Column& right,
                std::size_t right_row);
bool same_value(const Column& column, std::size_t row, const Value& value);

} // namespace lintas
