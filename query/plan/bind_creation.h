// The patterns of CREATE and MERGE: what is new in them and what must exist.
#pragma once

#include "query/plan/pattern_graph.h"
#include "query/plan/planning.h"
#include "query/plan/scope.h"
#include "query/plan/write_steps.h"
#include "query/syntax/ast.h"

#include <vector>

namespace lintas::query {

struct BoundCreation {
    Creation creation;
    // Paths that were named, to be built once their parts exist.
    std::vector<PatternPath> paths;
};

// Adds the pattern's new variables to the scope. Expressions also see what was
// written before them in the clause.
BoundCreation bind_create(Planning& planning, Scope& scope, const syntax::Pattern& pattern);

// Checks a MERGE's pattern and says what to create when it is not found. `scope` is that before the
// clause; `merged` has the pattern's variables too (from bind_pattern), `slots` the slots of the
// pattern's elements in the order in which they were written.
Creation bind_merge(Planning& planning, const Scope& scope, const syntax::PathPattern& path,
                    const std::vector<Slot>& slots);

} // namespace lintas::query
