// One component of a temporal value by name: what `d.year` or `t.offsetMinutes` gives in a query.
//
// Invariant: a name that the value's type does not have is nullopt, never null. Names are
// compared with regard to case.
#pragma once

#include "graph/value.h"

#include <optional>
#include <string_view>

namespace lintas {

// nullopt for values that are not temporal, too. Throws where a count of a duration's nanoseconds,
// microseconds or milliseconds does not fit 64 bits.
std::optional<Value> temporal_component(const Value& value, std::string_view name);

} // namespace lintas
