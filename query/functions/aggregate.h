// Aggregate functions: rows of a table that make a running state for a group.
//
// Invariant: add() never sees a null; DISTINCT is done by the caller (by equivalence), so states
// know nothing of it.
#pragma once

#include "graph/column.h"
#include "query/functions/function.h"

#include <memory>
#include <span>
#include <string_view>

namespace lintas::query {

class AggregateState {
public:
    virtual ~AggregateState() = default;
    // `second` is the second argument (percentiles), null where there is none.
    virtual void add(const Value& value, const Value& second) = 0;
    virtual Value result() const = 0;
};

struct AggregateFunction {
    std::string_view name; // "count", "sum", ...
    std::size_t arguments; // 1 or 2
    Accepts gives;
    std::unique_ptr<AggregateState> (*start)();
    std::string_view summary;
    bool ignores_repeats = false; // is the result the same for a set of values as for a bag?
};

// nullptr when no aggregate has that name (names ignore case). count(*) is not in the table.
const AggregateFunction* find_aggregate(std::string_view name);
std::span<const AggregateFunction> all_aggregates();

} // namespace lintas::query
