// Walks plans: their inputs, and what a step itself reads.
#pragma once

#include "query/plan/plan.h"

#include <functional>
#include <set>

namespace lintas::query {

// The plan with each direct input (and inner plan) replaced by what `change` makes of it. Plans
// inside expressions stay.
PlanPointer with_inputs(const PlanPointer& plan,
                        const std::function<PlanPointer(const PlanPointer&)>& change);

// The slots that the plan's steps read, those of inner plans and of its expressions included.
std::set<Slot> reads_of(const Plan& plan);

} // namespace lintas::query
