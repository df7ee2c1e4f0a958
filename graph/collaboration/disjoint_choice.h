// The most ways out of a list that share no tie, or nobody between, and of those the cheapest
// together.
#pragma once

#include "graph/collaboration/way_search.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lintas::collaboration {

// Their places in `ways`, ascending, at most `most`. After `most_steps` steps the best that was
// seen. `costs` has one a way, ascending.
std::vector<std::size_t> disjoint_choice(std::span<const Way> ways, std::span<const WayCost> costs,
                                         std::size_t most, Disjointness disjoint,
                                         const algorithms::Work& work);

} // namespace lintas::collaboration
