// Cutting a text at delimiters.
//
// Invariant: the pieces and the delimiters between them, put together in order, are the text.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace lintas::query {

// Cuts at the delimiter that comes first, at the longest of those that begin at the same place. An
// empty delimiter cuts after each code point. Throws ErrorCode::Limit for too many pieces.
std::vector<std::string_view> split_text(std::string_view text,
                                         std::span<const std::string_view> delimiters);

} // namespace lintas::query
