// What the order of a pattern's search asks of a path search.
#pragma once

#include "query/plan/path_search.h"
#include "query/plan/planning.h"

#include <set>

namespace lintas::query {

// Slots that it reads and that neither it nor its ends set.
std::set<Slot> foreign_reads(const PathSearch& search);

// How many paths lead from one node, roughly.
double estimate_paths(const Planning& planning, const PathSearch& search);

} // namespace lintas::query
