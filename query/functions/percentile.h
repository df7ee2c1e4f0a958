// The aggregates that need all values of a group in order.
#pragma once

#include "query/functions/aggregate.h"

namespace lintas::query {

// Both: ArgumentError NumberOutOfRange unless the percentile lies from 0 to 1; the first row's
// percentile counts. Null for no values.

// The smallest value that at least that part of the values does not exceed.
std::unique_ptr<AggregateState> start_percentile_disc();
// Between the two nearest values, in proportion.
std::unique_ptr<AggregateState> start_percentile_cont();

} // namespace lintas::query
