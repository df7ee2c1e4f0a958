// MeetingSearch: breadth-first search from both ends until the two meet, always going on at the
// side with fewer relationships to read.
//
// Invariant: after start() has given a distance, left(node) is right for every node on a shortest
// path, and whoever follows relationships along which `left` falls by one stays on shortest paths.
#pragma once

#include "query/run/hops.h"
#include "query/run/node_table.h"
#include "query/run/run_context.h"
#include "query/run/step_filter.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace lintas::query {

class MeetingSearch {
public:
    MeetingSearch(const ShortestPathStep& step, RunContext& context);

    // The length of the shortest paths; nullopt when there is none within the step's bounds. The
    // predicate may read the row of the batch, which stays where it is.
    std::optional<std::uint32_t> start(NodeId from, NodeId to, const Batch& batch,
                                       std::uint32_t row);

    // How many relationships are left from the node to the target; nullopt where not known.
    std::optional<std::uint32_t> left(NodeId node) const {
        const auto depth = backward_.depths.get(node);
        return depth == 0 ? std::nullopt : std::optional{depth - 1};
    }
    // All steps from the node that the types, the direction and the predicate allow.
    void steps_from(NodeId node, std::vector<WalkStep>& steps) const;

private:
    struct Side {
        explicit Side(Hops with_hops) : hops{std::move(with_hops)} {}

        Hops hops;
        NodeTable<std::uint32_t> depths; // plus one; 0: not met
        Nodes frontier;                  // the nodes at `depth`
        std::uint32_t depth = 0;
        std::uint64_t cost = 0; // relationships around the frontier
    };

    void begin(Side& side, NodeId node);
    bool meets(Side& side, const Side& other);
    void account(Side& side);
    void steps_around(const Hops& hops, std::span<const NodeId> nodes,
                      std::vector<WalkStep>& steps) const;
    void mark_backwards(std::uint32_t distance);

    const ShortestPathStep& step_;
    RunContext& context_;
    StepFilter filter_;
    Side forward_;
    Side backward_;
    Nodes meeting_; // met by both sides, at the depths where these stand
    Held held_;
};

} // namespace lintas::query
