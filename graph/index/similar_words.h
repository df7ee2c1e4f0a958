// How far two words are from each other: in characters that were changed, added, lost, or swapped
// with their neighbor (optimal string alignment).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lintas {

// `text` in code points; bytes that are no UTF-8 count as one each.
std::u32string code_points(std::string_view text);

// nullopt where the distance is greater than `most`.
std::optional<std::size_t> distance_between(const std::u32string& left, const std::u32string& right,
                                            std::size_t most);

} // namespace lintas
