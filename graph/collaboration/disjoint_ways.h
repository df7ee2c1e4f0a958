// Ways that share no tie, or nobody between, and together lose the least trust: as many as there
// are, at most k.
//
// Invariant: the same data gives the same answer. As many as can be are found, and the cheapest
// together, where limits leave no choice that is too large to go through; limits on a way's length
// make the question hard (Itai, Perl and Shiloach 1982), so a choice among more than `most_choices`
// ways is completed one by one.
#pragma once

#include "graph/collaboration/way_pattern.h"
#include "graph/collaboration/ways.h"

#include <cstdint>
#include <vector>

namespace lintas::collaboration {

inline constexpr std::size_t most_choices = 2000;

// `rules` gets what was found closed.
std::vector<Way> disjoint_ways(const TrustGraph& graph, WayRules& rules, std::uint32_t source,
                               std::uint32_t target, const WayLimits& limits,
                               const algorithms::Work& work);

} // namespace lintas::collaboration
