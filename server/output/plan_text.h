// A query plan as an indented tree, the last step on top.
//
// Invariant: one line a step, each ended by a line break.
#pragma once

#include "query/result.h"

#include <string>

namespace lintas::server {

std::string plan_text(const query::PlanDescription& plan);

} // namespace lintas::server
