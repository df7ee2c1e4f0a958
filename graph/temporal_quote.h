// The user's own words as they stand in the messages of temporal errors.
//
// Invariant: in backticks, of whole characters, and short, however long the words are.
#pragma once

#include <string>
#include <string_view>

namespace lintas {

std::string quote(std::string_view text);

} // namespace lintas
