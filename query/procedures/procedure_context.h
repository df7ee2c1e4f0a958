// What a procedure may ask of the statement that calls it.
//
// Invariant: everything here outlives the answer of the call.
#pragma once

#include "graph/algorithms/work.h"
#include "graph/store.h"
#include "graph/value.h"
#include "query/functions/function.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lintas {
class IndexView;
}

namespace lintas::query {

// The rows of a further query, one at a time.
class QueryRows {
public:
    virtual ~QueryRows() = default;
    virtual const std::vector<std::string>& columns() const = 0;
    // Writes the next row, as wide as columns(); false when there is none.
    virtual bool next(std::vector<Value>& row) = 0;
};

// Runs a query that only reads, on the graph that the statement sees, within the statement's
// deadline and budget. `parameters` come before those of the statement. Throws what the query
// throws, and Argument for one that writes.
using AskQuery =
    std::function<std::unique_ptr<QueryRows>(std::string_view text, const Map& parameters)>;

struct ProcedureContext {
    const Snapshot& graph;
    const algorithms::Work& work; // the statement's deadline and cancellation
    CallContext& functions;       // its clock, its random numbers
    AskQuery ask;
    IndexView* indexes = nullptr; // as the statement sees them; nullptr: there are none
};

} // namespace lintas::query
