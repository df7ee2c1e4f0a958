// Queries that procedures ask while a statement runs: on its graph, within its limits.
#pragma once

#include "query/procedures/procedure.h"
#include "query/run/run_context.h"

#include <memory>

namespace lintas::query {

// What `context.ask` calls. The rows it gives have to go before `context` does. Queries may nest a
// few levels deep only.
AskQuery nested_queries(RunContext& context, std::shared_ptr<const Procedures> procedures,
                        int depth = 0);

} // namespace lintas::query
