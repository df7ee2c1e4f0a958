// The types of CSV columns by the names that headers have for them.
#pragma once

#include "loaders/csv_header.h"

#include <optional>
#include <string_view>

namespace lintas::loaders {

// In any case; nothing if no type has that name.
std::optional<ScalarType> find_type(std::string_view name);
// The name that is written; in lower case.
std::string_view type_name(ScalarType type);

} // namespace lintas::loaders
