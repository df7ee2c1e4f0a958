// Walks along ties from a few units at once: Katz's index and personalised PageRank, whose walks
// are counted until what follows can be told from what came (each step is then a fixed share of the
// step before).
//
// Invariant: what a unit gets does not depend on the units beside it.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/work.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lintas::collaboration {

// As many walk together.
inline constexpr std::size_t walk_lanes = 8;

class TieWalks {
public:
    // The rows of an undirected graph without weights outlive this.
    explicit TieWalks(const algorithms::Adjacency& rows, std::size_t units);

    // Half of what would diverge (Katz 1953).
    double attenuation() const { return attenuation_; }
    // From each of at most walk_lanes units the scores of all units, by unit.
    std::vector<std::vector<double>> katz(std::span<const std::uint32_t> from,
                                          const algorithms::Work& work) const;
    std::vector<std::vector<double>> page_rank(std::span<const std::uint32_t> from,
                                               const algorithms::Work& work) const;

private:
    double largest_eigenvalue() const;
    std::vector<std::vector<double>> walk(std::span<const std::uint32_t> from,
                                          std::span<const float> share, int most_steps,
                                          const algorithms::Work& work) const;

    const algorithms::Adjacency& rows_;
    std::size_t units_;
    double attenuation_ = 0;
};

} // namespace lintas::collaboration
