// How wide the columns of a table may be so that it fits the terminal.
//
// Invariant: no column gets more than it wants. The widest give way first.
#pragma once

#include <cstddef>
#include <vector>

namespace lintas::server {

// Columns with less are of no use to anybody.
inline constexpr std::size_t least_column_width = 4;

// Empty if even columns of the least width do not fit together. `room` is for the columns alone.
std::vector<std::size_t> fit_columns(std::vector<std::size_t> wanted, std::size_t room);

} // namespace lintas::server
