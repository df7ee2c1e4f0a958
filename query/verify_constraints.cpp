#include "query/verify_constraints.h"

#include "query/run/constraint_check.h"

namespace lintas::query {

void verify_constraints(const Snapshot& graph) {
    for (const auto& constraint : graph.schema().constraints)
        verify_constraint(graph, constraint, [] {});
}

} // namespace lintas::query
