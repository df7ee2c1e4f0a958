// Which values a property may hold: all but maps, nodes, relationships, paths and lists that hold
// one of those at any depth.
#pragma once

#include "graph/value.h"

#include <string_view>

namespace lintas {

// Null counts as storable: it stands for no property, or for itself in a list.
bool is_storable(const Value& value);

// TypeError InvalidPropertyType, which names the key, if the value is not storable.
void require_storable(const Value& value, std::string_view key);

} // namespace lintas
