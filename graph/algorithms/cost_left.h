// What is left to pay from a vertex to a target under limits, when vertices may be visited twice.
#pragma once

#include "graph/algorithms/exact_cost.h"
#include "graph/algorithms/limited_paths.h"

#include <cstdint>
#include <vector>

namespace lintas::algorithms {

// Crossings are counted up to where more do not matter.
class CrossingCount {
public:
    CrossingCount(const PathLimits& limits, Vertex vertices);

    std::uint32_t layers() const { return last_ + 1; }
    bool is_enough(std::uint32_t crossed) const { return crossed >= fewest_; }
    bool is_crossing(Vertex from, Vertex to) const {
        return !groups_.empty() && groups_[from] != groups_[to];
    }
    // The count after that tie; more than last() where the tie may not be taken.
    std::uint32_t after(std::uint32_t crossed, Vertex from, Vertex to) const {
        if (!is_crossing(from, to)) return crossed;
        return saturates_ && crossed == last_ ? crossed : crossed + 1;
    }
    std::uint32_t last() const { return last_; }

private:
    std::span<const std::uint32_t> groups_;
    std::uint32_t fewest_;
    std::uint32_t last_;
    bool saturates_;
};

class CostLeft {
public:
    CostLeft(const ProjectedGraph& graph, const ExactCosts& costs, Vertex target,
             const PathLimits& limits, const CrossingCount& count, const Work& work);

    // no_way where the target cannot be reached with at most `ties` more ties.
    CostAndTies at(Vertex vertex, std::uint32_t crossed, std::uint32_t ties) const;

private:
    std::size_t place(Vertex vertex, std::uint32_t crossed) const {
        return std::size_t{vertex} * layers_ + crossed;
    }
    void spread(const CrossingCount& count, const Work& work);
    void settle(const CrossingCount& count, const Work& work);
    CostAndTies through(double weight, const CostAndTies& then) const {
        return {costs_.of(weight) + then.cost, then.ties + 1};
    }

    const ProjectedGraph& graph_;
    const ExactCosts& costs_;
    std::uint32_t layers_;
    // By the number of ties that are left; one table for any number where there is no limit.
    std::vector<std::vector<CostAndTies>> tables_;
    bool limits_ties_;
};

} // namespace lintas::algorithms
