// Ways from one actor to another along ties of trust, under limits that a person would set: how
// many ties, how many borders, which kinds of things on the way, nobody who may not be named.
//
// Invariant: a way visits no actor twice. Ways come by cost, then by number of ties, then by the
// numbers of their actors, so that the same data gives the same answer.
#pragma once

#include "graph/algorithms/work.h"
#include "graph/collaboration/trust.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace lintas::collaboration {

enum class Disjointness : std::uint8_t { None, Edge, Vertex };

struct WayLimits {
    std::size_t k = 1;
    bool by_trust = true; // otherwise each tie costs 1
    std::uint32_t most_ties = 4;
    std::uint32_t fewest_crossings = 0;
    std::uint32_t most_crossings = std::numeric_limits<std::uint32_t>::max();
    Disjointness disjoint = Disjointness::None;
    bool is_warm = false;             // persons between are shareable, ties of the last five years
    std::vector<std::string> pattern; // labels from the source to the target; empty: any
};

struct Step {
    std::uint32_t tie = nothing;
    Link link; // by which the step is shown
};

struct Way {
    std::vector<std::uint32_t> actors;
    std::vector<Step> steps;
    double cost = 0;
    double trust = 1; // the product of the ties'
    std::uint32_t crossings = 0;
};

// Argument error for a pattern that no way could fit.
std::vector<Way> ways(const TrustGraph& graph, std::uint32_t source, std::uint32_t target,
                      const WayLimits& limits, const algorithms::Work& work);

} // namespace lintas::collaboration
