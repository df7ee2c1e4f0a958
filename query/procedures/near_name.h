// The name that somebody may have meant, for "did you mean".
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lintas::query {

// The near name as `find_near_name()` gives it; empty when none is near.
std::string_view near_name(std::string_view wanted, std::span<const std::string_view> names);

// ASCII letters in lower case.
std::string folded(std::string_view name);

} // namespace lintas::query
