// How strongly two parts of a graph hang together: how many ways between them share no tie or no
// vertex (Menger 1927), which these are, and what cuts them.
//
// Invariant: the same data gives the same answer.
#pragma once

#include "graph/algorithms/ranked_path.h"
#include "graph/algorithms/work.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace lintas::algorithms {

enum class Disjoint { Ties, Vertices };

inline constexpr std::int64_t any_number = std::numeric_limits<std::int64_t>::max();

struct Connectivity {
    // No more ways than these share nothing; nullopt where a source is a target.
    std::optional<std::int64_t> ways;
    // The fewest vertices whose loss parts sources and targets, ascending: with Disjoint::Vertices
    // where no source is tied to a target, or `ends_count`. Otherwise empty.
    std::vector<Vertex> vertices;
    // The fewest ties whose loss does: with Disjoint::Ties.
    std::vector<std::pair<Vertex, Vertex>> ties;
};

// Between any of the sources and any of the targets. With Disjoint::Vertices two ways share no
// vertex between; with `ends_count` they share no source and no target either.
Connectivity connectivity(const ProjectedGraph& graph, std::span<const Vertex> sources,
                          std::span<const Vertex> targets, Disjoint disjoint, const Work& work,
                          bool ends_count = false);

// At most k ways that share no tie or no vertex between, of the least total cost for their number,
// in the order of comes_before(). Weights are costs; without weights each tie costs 1.
std::vector<RankedPath> disjoint_paths(const ProjectedGraph& graph, Vertex source, Vertex target,
                                       std::int64_t k, Disjoint disjoint, const Work& work);

} // namespace lintas::algorithms
