// Does a graph that did not come by statements keep to its constraints?
#pragma once

#include "graph/store.h"

namespace lintas::query {

// ConstraintVerificationFailed, which names the first entities that break a constraint, if not.
void verify_constraints(const Snapshot& graph);

} // namespace lintas::query
