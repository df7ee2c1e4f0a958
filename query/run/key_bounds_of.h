// From what a seek wants of the keys of an index, with values in hand, to bounds.
#pragma once

#include "graph/index/key_bounds.h"
#include "query/plan/index_steps.h"

#include <optional>
#include <span>
#include <vector>

namespace lintas::query {

// Bounds that share no key and hold all that is wanted: none where nothing can be found, several
// for lists. `values[k]` are those of the expressions of `seeks[k]`. nullopt where the predicates
// have to be asked of every entity: a list that is none.
std::optional<std::vector<KeyBounds>> key_bounds_of(std::span<const KeySeek> seeks,
                                                    std::span<const std::vector<Value>> values);

} // namespace lintas::query
