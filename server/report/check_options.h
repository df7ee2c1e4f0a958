// Refuses options that name what the store does not have, and says what it has instead.
//
// Invariant: what passes has countries on both sides and events in its years.
#pragma once

#include "query/engine.h"
#include "server/report/report.h"

#include <string>
#include <string_view>
#include <vector>

namespace lintas::report {

// "; did you mean `KH`?" for a name that is near, else "; there are `BN`, `KH` and 9 more".
std::string others_than(std::string_view wanted, const std::vector<std::string>& names);

// REQUIRES: as_of is filled in. Usage error for regions that are no two regions with members on
// that day, and for a topic that does not exist.
void check_regions_and_topic(query::Engine& engine, const Options& options);

} // namespace lintas::report
