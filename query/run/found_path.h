// FoundPath: a path that a search stands at, and for each of its relationships which hop of the
// pattern it took. Views, valid until the search goes on.
#pragma once

#include "graph/column.h"
#include "query/run/path_states.h"

#include <vector>

namespace lintas::query {

struct FoundPath {
    const Nodes& nodes;
    const Relationships& relationships;
    const std::vector<PathPosition>& positions; // one for each relationship
};

} // namespace lintas::query
