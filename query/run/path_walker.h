// PathWalker: enumerates the paths from one node along a variable-length part, depth first, each
// path before the longer ones that it begins.
//
// Invariant: an explicit stack, so that no path is too long; no relationship occurs twice in a path
// unless the restriction is Walk, and none of `used` in any.
#pragma once

#include "query/plan/plan.h"
#include "query/run/hops.h"
#include "query/run/run_context.h"
#include "query/run/step_filter.h"
#include "query/run/walk_members.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lintas::query {

class PathWalker {
public:
    PathWalker(const VariableExpandStep& step, RunContext& context);

    // Begins anew. With a target, only paths that end there count. `used` and the row of the batch,
    // which the predicate may read, stay valid until the next start().
    void start(NodeId from, std::optional<NodeId> target, std::span<const RelationshipId> used,
               const Batch& batch, std::uint32_t row);

    // Moves to the next path; false when there is none left.
    bool next();
    NodeId end() const { return nodes_.all().back(); }
    const Relationships& relationships() const { return relationships_.all(); }

private:
    // A node of the current path and what may follow it. `steps` of a frame lie in steps_ from
    // first_step on, its lists in lists_ from first_list on, as those of the top frame are last.
    struct Frame {
        std::uint32_t first_list;
        std::uint32_t list; // the next to read from
        std::uint32_t at;   // its next entry
        std::uint32_t first_step;
        std::uint32_t step; // the next to try
    };

    bool counts() const;
    void push(NodeId node, bool may_go_on);
    void pop();
    bool next_step(WalkStep& step);
    bool refill(Frame& frame);
    void read_list(Frame& frame, std::size_t limit);
    bool allows(const WalkStep& step) const;
    bool may_go_on_from(NodeId node) const;

    const VariableExpandStep& step_;
    RunContext& context_;
    Hops hops_;
    StepFilter filter_;
    std::span<const RelationshipId> used_;
    std::optional<NodeId> target_;
    WalkMembers<NodeId> nodes_;
    WalkMembers<RelationshipId> relationships_;
    std::vector<Frame> frames_;
    std::vector<AdjacencyList> lists_;
    std::vector<std::uint32_t> list_hops_; // of lists_
    std::vector<WalkStep> steps_;
    std::uint64_t tried_ = 0;
    Held held_;
};

} // namespace lintas::query
