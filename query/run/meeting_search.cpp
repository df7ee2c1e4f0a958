#include "query/run/meeting_search.h"

#include <algorithm>

namespace lintas::query {

namespace {

constexpr std::size_t nodes_at_once = 256;

// Calls use(some nodes) for all nodes in bounded pieces.
template <typename Use> void in_pieces(std::span<const NodeId> nodes, Use use) {
    for (std::size_t at = 0; at < nodes.size(); at += nodes_at_once) {
        use(nodes.subspan(at, std::min(nodes_at_once, nodes.size() - at)));
    }
}

} // namespace

MeetingSearch::MeetingSearch(const ShortestPathStep& step, RunContext& context)
    : step_{step}, context_{context}, filter_{step.predicate.get(), step.step_relationship,
                                              context},
      forward_{Hops{context, step.types, step.direction}}, backward_{forward_.hops.reversed()},
      held_{context} {}

std::optional<std::uint32_t> MeetingSearch::start(NodeId from, NodeId to, const Batch& batch,
                                                  std::uint32_t row) {
    filter_.start(batch, row);
    begin(forward_, from);
    begin(backward_, to);
    if (from == to) return step_.lower == 0 ? std::optional{0u} : std::nullopt;
    while (!forward_.frontier.empty() && !backward_.frontier.empty()) {
        const auto walked = forward_.depth + backward_.depth;
        if (step_.upper && walked >= *step_.upper) return std::nullopt;
        const bool met = forward_.cost <= backward_.cost ? meets(forward_, backward_)
                                                         : meets(backward_, forward_);
        if (!met) continue;
        mark_backwards(walked + 1);
        return walked + 1;
    }
    return std::nullopt;
}

void MeetingSearch::begin(Side& side, NodeId node) {
    side.depths.clear();
    side.depths.at(node) = 1;
    side.frontier.assign(1, node);
    side.depth = 0;
    account(side);
}

void MeetingSearch::account(Side& side) {
    side.cost = 0;
    std::vector<std::vector<AdjacencyList>> lists;
    in_pieces(side.frontier, [&](std::span<const NodeId> nodes) {
        side.hops.lists(nodes, lists);
        for (const auto& of_hop : lists) {
            for (const auto& list : of_hop) side.cost += list.size;
        }
    });
    held_.become(forward_.depths.bytes() + backward_.depths.bytes() +
                 (forward_.frontier.size() + backward_.frontier.size()) * sizeof(NodeId));
}

// One level further. The level is completed even when the sides have met, for all shortest paths
// have to be known.
bool MeetingSearch::meets(Side& side, const Side& other) {
    Nodes next;
    std::vector<WalkStep> steps;
    meeting_.clear();
    in_pieces(side.frontier, [&](std::span<const NodeId> nodes) {
        steps_around(side.hops, nodes, steps);
        for (const auto& [relationship, node] : steps) {
            auto& depth = side.depths.at(node);
            if (depth != 0) continue;
            depth = side.depth + 2;
            next.push_back(node);
            if (other.depths.get(node) != 0) meeting_.push_back(node);
        }
    });
    side.frontier = std::move(next);
    ++side.depth;
    account(side);
    return !meeting_.empty();
}

void MeetingSearch::steps_around(const Hops& hops, std::span<const NodeId> nodes,
                                 std::vector<WalkStep>& steps) const {
    context_.check();
    steps.clear();
    std::vector<std::vector<AdjacencyList>> lists;
    hops.lists(nodes, lists);
    for (const auto& of_hop : lists) {
        for (const auto& list : of_hop) {
            for (std::uint32_t at = 0; at < list.size; ++at) {
                steps.push_back({list.relationship(at), list.neighbour(at)});
            }
        }
    }
    filter_.keep_passing(steps, 0);
}

// From the meeting nodes back to the start: the nodes of the forward side that lie on shortest
// paths learn how far they are from the target.
void MeetingSearch::mark_backwards(std::uint32_t distance) {
    auto level = meeting_;
    std::vector<WalkStep> steps;
    for (auto depth = forward_.depth; depth > 0; --depth) {
        Nodes before;
        in_pieces(level, [&](std::span<const NodeId> nodes) {
            steps_around(backward_.hops, nodes, steps);
            for (const auto& [relationship, node] : steps) {
                if (forward_.depths.get(node) != depth) continue; // at depth - 1, plus one
                auto& left = backward_.depths.at(node);
                if (left != 0) continue;
                left = distance - (depth - 1) + 1;
                before.push_back(node);
            }
        });
        level = std::move(before);
    }
}

void MeetingSearch::steps_from(NodeId node, std::vector<WalkStep>& steps) const {
    steps_around(forward_.hops, {&node, 1}, steps);
}

} // namespace lintas::query
