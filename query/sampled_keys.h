// The keys of properties that entities of a label or type have, for people.
//
// Invariant: the first hundred entities are looked at, so that it takes no longer in a large graph.
// Names are ordered; a name that the graph does not know has none.
#pragma once

#include "graph/store.h"

#include <set>
#include <string>
#include <string_view>

namespace lintas::query {

std::set<std::string> sampled_keys_of_label(const Snapshot& graph, std::string_view label);
std::set<std::string> sampled_keys_of_type(const Snapshot& graph, std::string_view type);

} // namespace lintas::query
