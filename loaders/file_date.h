// The date that a file's name carries, for example `orgs_2025-02-26_a6226f.csv`.
//
// Invariant: pure function; the result is a day that exists, as ISO text, or empty.
#pragma once

#include <string>
#include <string_view>

namespace lintas::loaders {

// The first `YYYY-MM-DD` of the name that stands apart from other digits.
std::string file_date(std::string_view file_name);

} // namespace lintas::loaders
