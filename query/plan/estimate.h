// How many rows a step is likely to give, from the statistics of the snapshot. Only the order of
// search depends on it, never an answer.
#pragma once

#include "query/plan/expression.h"
#include "query/plan/plan.h"
#include "query/plan/planning.h"

#include <string>
#include <vector>

namespace lintas::query {

// Nodes that have all the labels, taken as independent beyond the rarest.
double estimate_nodes(const Planning& planning, const std::vector<std::string>& labels);

// Relationships of the types that leave one node with `from` labels in the direction and end at a
// node with `to` labels.
double estimate_degree(const Planning& planning, const std::vector<std::string>& from,
                       const std::vector<std::string>& types, ExpandDirection direction,
                       const std::vector<std::string>& to);

// The share of rows that are likely to pass.
double estimate_selectivity(const Expression& predicate);

// The number of rows itself where others can still be compared with it. Estimates of hundreds of
// steps would become infinite, and then none is less than another.
double comparable(double rows);

// The label with the fewest nodes; nullopt when there is none.
std::optional<std::string> rarest_label(const Planning& planning,
                                        const std::vector<std::string>& labels);

} // namespace lintas::query
