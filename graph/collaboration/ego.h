// What is around one unit, bounded so that it can be drawn: the strongest ties first.
//
// Invariant: at most as many vertices as asked for; `total` says how many there are within the
// depth. The same data gives the same part of it.
#pragma once

#include "graph/collaboration/counts.h"

#include <cstdint>
#include <vector>

namespace lintas::collaboration {

struct EgoVertex {
    std::uint32_t unit = nothing;
    std::uint32_t depth = 0;
    double strength = 0; // of its tie towards the middle
};

struct Ego {
    std::vector<EgoVertex> vertices; // the middle first
    std::vector<Pair> ties;          // all between them
    std::uint64_t total = 0;
};

enum class EgoOrder : std::uint8_t { Strength, Degree };

Ego ego(const Projection& projection, const Counts& counts, std::uint32_t unit, std::uint32_t depth,
        std::size_t most, EgoOrder order);

} // namespace lintas::collaboration
