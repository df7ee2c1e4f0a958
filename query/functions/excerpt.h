// The user's own words as they stand in a message.
#pragma once

#include <string>
#include <string_view>

namespace lintas::query {

// The text in backticks, shortened where it is long; U+0000, which would end a message, as U+FFFD.
std::string excerpt(std::string_view text);

} // namespace lintas::query
