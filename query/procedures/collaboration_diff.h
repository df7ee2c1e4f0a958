// collab.diff: what changed between two named snapshots. The engine does not know where these are
// kept: whoever serves a store says it.
#pragma once

#include "graph/store.h"
#include "query/procedures/procedure.h"

#include <functional>
#include <memory>
#include <string>

namespace lintas::query {

// Opens a named snapshot, and throws where there is none of that name.
using OpenSnapshot = std::function<std::unique_ptr<Store>(const std::string& name)>;

// Without `open` only the present graph can be compared, over two windows of years.
Procedure diff_procedure(OpenSnapshot open);

} // namespace lintas::query
