// Regular expressions of the operator `=~`. The only files that call RE2.
//
// Invariant: matching takes time linear in the text, whatever the pattern.
#pragma once

#include <string>
#include <string_view>

namespace lintas::query {

// Does the whole text match the pattern? Patterns are compiled once for each thread while they are
// in use. ArgumentError InvalidArgumentValue for a pattern that RE2 cannot read.
bool matches_pattern(std::string_view text, const std::string& pattern);

} // namespace lintas::query
