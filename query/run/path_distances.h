// PathDistances: breadth-first search over the states of a path pattern, level by level: how many
// relationships lie at least between a node and each state at each node.
//
// Invariant: at() is right for all that lies within depth(), or, where the search is kept within a
// total length, for all that a walk of at most that length goes through.
#pragma once

#include "query/run/node_table.h"
#include "query/run/path_states.h"
#include "query/run/path_steps.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace lintas::query {

class PathDistances {
public:
    struct Place {
        std::uint32_t state;
        NodeId node;
    };

    PathDistances(const PathStates& states, PathSteps& steps, RunContext& context, Way way)
        : states_{states}, steps_{steps}, context_{context}, way_{way},
          depths_(states.size()), held_{context} {}

    // Begins anew at the first state, or, backward, at the last.
    void start(NodeId node);
    // From now on goes only where the distance from here and `other`'s together do not exceed the
    // total. `other` stays as it is meanwhile.
    void keep_within(const PathDistances& other, std::uint32_t total);

    // One level further; false when there was nothing left.
    bool grow();

    std::uint32_t depth() const { return depth_; }
    const std::vector<Place>& newest() const { return newest_; }
    // Will grow() find nothing more, and was nothing left out?
    bool is_complete() const { return newest_.empty() && !left_out_; }
    bool is_exhausted() const { return newest_.empty(); }
    std::optional<std::uint32_t> at(std::uint32_t state, NodeId node) const {
        const auto depth = depths_[state].get(node);
        return depth == 0 ? std::nullopt : std::optional{depth - 1};
    }
    // Roughly, what growing by a level costs.
    std::uint64_t cost();

private:
    void visit(std::uint32_t state, NodeId node);
    void follow_nodes();
    bool is_within(std::uint32_t state, NodeId node);
    const PathStates::Arcs& arcs(std::uint32_t state) const {
        return way_ == Way::Forward ? states_.forward(state) : states_.backward(state);
    }
    void sort_by_state(std::vector<Place>& places) const;
    void account();

    const PathStates& states_;
    PathSteps& steps_;
    RunContext& context_;
    Way way_;
    std::vector<NodeTable<std::uint32_t>> depths_; // by state; plus one, 0: not met
    std::vector<Place> newest_;                    // at `depth_`
    std::uint32_t depth_ = 0;
    const PathDistances* other_ = nullptr;
    std::uint32_t total_ = 0;
    bool left_out_ = false;
    std::optional<std::uint64_t> cost_;
    std::vector<PathSteps::Step> found_;
    Held held_;
};

} // namespace lintas::query
