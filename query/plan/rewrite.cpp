#include "query/plan/rewrite.h"

#include "query/plan/plan_walk.h"
#include "query/plan/rewrite_rules.h"

namespace lintas::query {

namespace {

struct Rule {
    PlanPointer (*apply)(const PlanPointer&, const std::set<Slot>& read);
};

// No rule changes what is read, so that the set is computed once.
constexpr Rule rules[] = {
    {leave_out_unread_relationships},
    {report_ends_once},
    {serve_order},
};

} // namespace

void rewrite(PlannedQuery& query) {
    auto read = reads_of(*query.plan);
    read.insert(query.slots.begin(), query.slots.end());
    for (const auto& rule : rules) query.plan = rule.apply(query.plan, read);
}

} // namespace lintas::query
