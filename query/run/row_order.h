// Whether a plan hands on the rows of its argument in order.
#pragma once

#include "query/plan/plan.h"

namespace lintas::query {

// False when a step may mix the rows that belong to different argument rows (UNION, ORDER BY).
bool keeps_argument_order(const Plan& plan);

} // namespace lintas::query
