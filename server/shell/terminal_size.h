// How many columns the terminal has now.
//
// Invariant: 0 where the descriptor is no terminal, or the terminal does not know.
#pragma once

#include <cstddef>

namespace lintas::server {

std::size_t terminal_columns(int descriptor);

} // namespace lintas::server
