// Which index finds an entity soonest, from what a pattern says about it.
#pragma once

#include "query/plan/index_steps.h"
#include "query/plan/planning.h"

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace lintas::query {

struct IndexChoice {
    IndexDefinition index;
    std::vector<KeySeek> keys;
    bool is_unique = false;
    double rows = 0; // that are likely to be found for one input row
};

// What is looked for: an entity with all the labels (or the type) for which the predicates, which
// may ask for further labels, are true; `known` are the slots that its input has.
struct IndexWish {
    EntityKind entity = EntityKind::Node;
    Slot slot{};
    std::span<const std::string> labels;
    std::span<const ExpressionPointer> predicates;
    const std::set<Slot>& known;
};

// nullopt when no index answers any of the predicates.
std::optional<IndexChoice> choose_index(const Planning& planning, const IndexWish& wish);

} // namespace lintas::query
