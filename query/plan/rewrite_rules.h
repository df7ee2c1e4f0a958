// The rewrite rules, one file each.
#pragma once

#include "query/plan/plan.h"

#include <set>

namespace lintas::query {

// A variable-length expansion whose list of relationships nobody reads does not build it. A
// subquery imports whole scopes, so a slot that any subquery imports counts as read.
PlanPointer leave_out_unread_relationships(const PlanPointer& plan, const std::set<Slot>& read);

// Below a DISTINCT, or a grouping whose aggregates are all DISTINCT, it does not matter by how many
// paths a node is reached: each is reported once.
PlanPointer report_ends_once(const PlanPointer& plan, const std::set<Slot>& read);

// A sort by the keys of an index, over a search in that index and steps that keep the order of its
// rows, is left out: the search gives that order. The keys are not null there, since a search finds
// only what has the first of them. Applies to the search that a statement begins with.
PlanPointer serve_order(const PlanPointer& plan, const std::set<Slot>& read);

} // namespace lintas::query
