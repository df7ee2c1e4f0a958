// ShortestPaths: the shortest paths between two nodes, one after the other, ordered by the ids of
// their nodes, then of their relationships.
#pragma once

#include "query/run/meeting_search.h"

#include <vector>

namespace lintas::query {

class ShortestPaths {
public:
    ShortestPaths(const ShortestPathStep& step, RunContext& context)
        : search_{step, context}, context_{context} {}

    // Begins anew; see MeetingSearch::start.
    void start(NodeId from, NodeId to, const Batch& batch, std::uint32_t row);

    // Writes the next path; false when there is none left.
    bool next(Relationships& path);

private:
    // The steps from one node of the path that stay on shortest paths, by node and relationship.
    // [begin, end) lead to the same node: the path's next one; `pick` is the path's step.
    struct Level {
        std::vector<WalkStep> steps;
        std::size_t begin = 0;
        std::size_t end = 0;
        std::size_t pick = 0;
    };

    void descend();
    void choose_group(Level& level, std::size_t begin);
    bool advance_relationships();
    bool advance_nodes();

    MeetingSearch search_;
    RunContext& context_;
    NodeId from_{};
    std::uint32_t length_ = 0;
    bool is_fresh_ = false;
    bool is_done_ = true;
    std::vector<Level> levels_; // one a step of the path
};

} // namespace lintas::query
