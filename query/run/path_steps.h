// PathSteps: the relationships that a hop of a path pattern may take, for many nodes at once, and
// whether nodes fit; for one row of the input.
//
// Invariant: only relationships and nodes are given for which the pattern's own predicates on them
// are true.
#pragma once

#include "query/plan/path_search.h"
#include "query/run/batch.h"
#include "query/run/hops.h"
#include "query/run/node_table.h"
#include "query/run/path_states.h"
#include "query/run/run_context.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lintas::query {

enum class Way { Forward, Backward };

class PathSteps {
public:
    struct Step {
        std::uint32_t place; // among the nodes that were asked for
        RelationshipId relationship;
        NodeId node; // where it leads
    };

    // REQUIRES: the search outlives this.
    PathSteps(const PathSearch& search, RunContext& context);

    // The row whose slots the predicates may read, and the relationships that no path may use.
    // Both stay valid until the next start().
    void start(const Batch& batch, std::uint32_t row, std::span<const RelationshipId> used);

    // Replaces `steps` by all steps along the hop from the nodes, which stand before the hop, or,
    // backward, behind it.
    void read(std::size_t part, std::size_t hop, Way way, std::span<const NodeId> nodes,
              std::vector<Step>& steps);

    // Do the nodes fit PathSearch::nodes[number]? Answers are kept until the next start().
    void test(std::size_t number, std::span<const NodeId> nodes);
    bool fits(std::size_t number, NodeId node);

    const HopNumbers& numbers() const { return numbers_; }
    // The part and the place of a hop, by its number.
    const PathPosition& position(std::size_t hop) const { return positions_[hop]; }
    // Roughly, the relationships around the nodes along the hop.
    std::uint64_t count(std::size_t part, std::size_t hop, Way way, std::span<const NodeId> nodes);

private:
    enum class Fit : std::uint8_t { Unknown, Fits, Fails };
    const Hops& hops(std::size_t part, std::size_t hop, Way way) const;
    void keep_passing(const PathHop& hop, Way way, std::span<const NodeId> nodes,
                      std::vector<Step>& steps);

    const PathSearch& search_;
    RunContext& context_;
    HopNumbers numbers_;
    std::vector<PathPosition> positions_;
    std::vector<Hops> forward_;
    std::vector<Hops> backward_;
    const Batch* batch_ = nullptr;
    std::uint32_t row_ = 0;
    std::span<const RelationshipId> used_;
    std::vector<NodeTable<Fit>> fits_; // by number of the node
    std::vector<std::vector<AdjacencyList>> lists_;
};

} // namespace lintas::query
