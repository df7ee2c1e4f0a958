// Entities of a label (or type) that share what a constraint wants to be unique.
#pragma once

#include "graph/store.h"
#include "query/run/constraint_texts.h"

#include <functional>

namespace lintas::query {

// Those of each group of duplicates, group after group in the order of the keys.
Offenders find_duplicates(const Snapshot& snapshot, const ConstraintDefinition& constraint,
                          const std::function<void()>& check);

// False where a key is null or not equal to itself.
bool may_be_duplicate(const Keys& keys);

} // namespace lintas::query
