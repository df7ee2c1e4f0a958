// The events behind a count, for whoever wants to look them up.
//
// Invariant: the newest come first, then the smaller ids, so that the same data gives the same.
#pragma once

#include "graph/collaboration/projection.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace lintas::collaboration {

using UnitPair = std::pair<std::uint32_t, std::uint32_t>; // the smaller first

// For each pair at most `most` events, as numbers of the network, that have both.
std::vector<std::vector<std::uint32_t>>
events_of_pairs(const Projection& projection, std::span<const UnitPair> pairs, std::size_t most);
// At most `most` of these events of the network, the newest first.
std::vector<std::uint32_t> newest(const Network& network, std::vector<std::uint32_t> events,
                                  std::size_t most);

} // namespace lintas::collaboration
