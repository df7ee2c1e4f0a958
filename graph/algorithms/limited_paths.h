// The k cheapest ways under limits: how many ties, and how often the group (a country, say) may and
// has to change on the way.
//
// Invariant: ways come in the order of comes_before() and visit no vertex twice. Best first over
// beginnings of ways (Hart, Nilsson, Raphael 1968), led by the exact cost of what is left when
// vertices may be visited twice, so no way is passed over.
#pragma once

#include "graph/algorithms/ranked_path.h"
#include "graph/algorithms/work.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace lintas::algorithms {

struct PathLimits {
    std::uint32_t most_ties = std::numeric_limits<std::uint32_t>::max();
    // The group of each vertex; a tie between two groups is a crossing. Empty: all are of one.
    std::span<const std::uint32_t> groups;
    std::uint32_t fewest_crossings = 0;
    std::uint32_t most_crossings = std::numeric_limits<std::uint32_t>::max();
};

// How often the way crosses from one group to another.
std::uint32_t crossings(const RankedPath& path, std::span<const std::uint32_t> groups);

// Throws Limit when more than `most_open` beginnings would have to be kept at once.
std::vector<RankedPath> limited_paths(const ProjectedGraph& graph, Vertex source, Vertex target,
                                      std::size_t k, const PathLimits& limits, const Work& work,
                                      std::size_t most_open = 4'000'000);

} // namespace lintas::algorithms
