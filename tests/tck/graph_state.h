// What a graph holds, and how two states of it differ: the TCK's side effects.
#pragma once

#include "graph/store.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace lintas::tck {

struct GraphState {
    std::set<std::uint32_t> nodes;
    std::set<std::uint32_t> relationships;
    std::set<std::string> labels;
    std::multiset<std::string> properties; // id, key and value as text
};

GraphState state_of(const Snapshot& graph);

// "+nodes" -> 1 and so on; what did not change is left out.
std::map<std::string, std::uint64_t> side_effects(const GraphState& before,
                                                  const GraphState& after);

} // namespace lintas::tck
