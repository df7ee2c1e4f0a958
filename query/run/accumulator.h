// Accumulators: what one aggregate of a query has come to in each group, a column at a time.
//
// Invariant: a result is what the AggregateState of the function would give for the same values in
// the same order.
#pragma once

#include "query/functions/aggregate.h"
#include "query/plan/plan.h"
#include "query/run/run_context.h"
#include "query/run/value_codes.h"

#include <memory>

namespace lintas::query {

class Accumulator {
public:
    virtual ~Accumulator() = default;

    // There are `groups` groups from now on.
    virtual void grow(std::size_t groups) = 0;
    // Adds the rows, each to its group. `value` and `second` are the arguments' columns, nullptr
    // where the aggregate has fewer. Null values are left out.
    virtual void add(const Codes& groups, const Column* value, const Column* second) = 0;
    // By group.
    virtual Column results() const = 0;
};

// `function` may be nullptr: count(*).
std::unique_ptr<Accumulator> make_accumulator(const AggregateFunction* function,
                                              RunContext& context);

} // namespace lintas::query
