// Plan -> what people see of it.
#pragma once

#include "query/plan/plan.h"
#include "query/result.h"
#include "query/run/profile.h"

#include <string_view>

namespace lintas::query {

// `text` is what was planned: details quote it. `profile`: what PROFILE measured, or nullptr.
PlanDescription describe(const PlannedQuery& query, std::string_view text,
                         const Profile* profile = nullptr);

} // namespace lintas::query
