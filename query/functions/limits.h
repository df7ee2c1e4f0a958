// The largest texts and lists that an expression may build, so that no single value exhausts the
// memory of the process before the query's own budget notices.
//
// Invariant: whoever builds a value whose size depends on more than the sizes of its arguments
// checks before it allocates.
#pragma once

#include <cstddef>

namespace lintas::query {

inline constexpr std::size_t max_text_bytes = std::size_t{256} << 20;
// A list of that many integers takes 2 GB.
inline constexpr std::size_t max_list_elements = 50'000'000;

// Throw ErrorCode::Limit with the detail NumberOutOfRange.
void check_text_size(std::size_t bytes);
void check_list_size(std::size_t elements);

} // namespace lintas::query
