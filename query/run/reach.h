// Reach: which nodes lie at the end of some path from a node, each once, breadth first. Does not
// enumerate the paths.
//
// Invariant: gives the same set of ends as PathWalker would. Breadth first finds these where
// `answers(step)`; for other steps use PathWalker.
#pragma once

#include "query/plan/plan.h"
#include "query/run/hops.h"
#include "query/run/node_table.h"
#include "query/run/run_context.h"
#include "query/run/step_filter.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lintas::query {

class Reach {
public:
    // Can breadth first tell the ends of this step? A longer lower bound than 1 may force a path to
    // wander, which only the enumeration of paths finds.
    static bool answers(const VariableExpandStep& step) { return step.lower <= 1; }

    Reach(const VariableExpandStep& step, RunContext& context);

    void start(NodeId from, std::span<const RelationshipId> used, const Batch& batch,
               std::uint32_t row);

    // Moves to the next end; false when there is none left.
    bool next(NodeId& end);

private:
    // How a node was found. The branch is the first relationship of the way to it.
    struct Mark {
        RelationshipId branch{};
        RelationshipId last{};
        std::uint32_t depth = 0; // 0: not found; the start is not marked, its depth is 0
    };
    struct Found {
        WalkStep step;
        NodeId from;
    };

    bool advance();
    std::size_t read_steps(std::size_t end);
    void read_lists(NodeId node, std::size_t place);
    void keep_passing();
    void visit(const Found& found);
    void visit_start(const Found& found);
    void close(std::uint64_t length);

    const VariableExpandStep& step_;
    RunContext& context_;
    Hops hops_;
    StepFilter filter_;
    std::span<const RelationshipId> used_;
    NodeId from_{};
    bool start_is_pending_ = false; // the start is an end and was not given yet
    bool start_was_given_ = false;
    NodeTable<Mark> marks_;
    Nodes queue_;           // the start, then the found nodes in order
    std::size_t given_ = 0; // of queue_
    std::size_t at_ = 0;    // the next of queue_ to go on from
    std::vector<std::vector<AdjacencyList>> lists_;
    std::vector<Found> found_;
    Held held_;
};

} // namespace lintas::query
