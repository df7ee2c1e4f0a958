// Statement -> plan: binds, plans and rewrites.
//
// Invariant: planning reads the snapshot's catalogue and statistics, never its data; every
// compile-time error is thrown here.
#pragma once

#include "graph/store.h"
#include "query/plan/plan.h"
#include "query/procedures/procedure_pointer.h"
#include "query/syntax/ast.h"

#include <string_view>

namespace lintas {
class Indexes;
}

namespace lintas::query {

// Throws Unsupported for what the language has and the engine cannot run yet. What `indexes` hold
// is asked for estimates only.
PlannedQuery plan(const syntax::Statement& statement, std::string_view text,
                  const Snapshot& snapshot, const Procedures& procedures,
                  const Indexes* indexes = nullptr);

} // namespace lintas::query
