// Durations from what a query gives: text, a map of components, or a duration.
//
// Invariant: as temporal_build.h. Components are integers or floats of any size and sign; their
// fractions are carried down as temporal_amount.h says.
#pragma once

#include "graph/temporal.h"
#include "graph/value.h"

namespace lintas {

Duration duration_from(const Value& value);

} // namespace lintas
