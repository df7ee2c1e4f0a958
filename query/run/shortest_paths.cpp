#include "query/run/shortest_paths.h"

#include "graph/expect.h"

#include <algorithm>
#include <tuple>

namespace lintas::query {

void ShortestPaths::start(NodeId from, NodeId to, const Batch& batch, std::uint32_t row) {
    const auto length = search_.start(from, to, batch, row);
    from_ = from;
    length_ = length.value_or(0);
    is_done_ = !length;
    is_fresh_ = true;
    levels_.clear();
}

bool ShortestPaths::next(Relationships& path) {
    if (is_done_) return false;
    context_.check();
    if (is_fresh_) {
        is_fresh_ = false;
        descend();
    } else if (!advance_relationships() && !advance_nodes()) {
        is_done_ = true;
        return false;
    }
    path.clear();
    for (const auto& level : levels_) path.push_back(level.steps[level.pick].relationship);
    return true;
}

// Completes the path from its last node on by the first steps.
void ShortestPaths::descend() {
    while (levels_.size() < length_) {
        const auto node = levels_.empty() ? from_ : levels_.back().steps[levels_.back().begin].node;
        const auto left = length_ - static_cast<std::uint32_t>(levels_.size());
        Level level;
        search_.steps_from(node, level.steps);
        std::erase_if(level.steps,
                      [&](const WalkStep& step) { return search_.left(step.node) != left - 1; });
        expect(!level.steps.empty(), "a node on a shortest path leads on");
        std::ranges::sort(level.steps, {}, [](const WalkStep& step) {
            return std::tuple{step.node, step.relationship};
        });
        choose_group(level, 0);
        levels_.push_back(std::move(level));
    }
}

// The steps from `begin` on that lead to the same node.
void ShortestPaths::choose_group(Level& level, std::size_t begin) {
    level.begin = begin;
    level.pick = begin;
    level.end = begin;
    while (level.end < level.steps.size() &&
           level.steps[level.end].node == level.steps[begin].node) {
        ++level.end;
    }
}

// The next choice among parallel relationships along the same nodes.
bool ShortestPaths::advance_relationships() {
    for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
        if (++level->pick < level->end) return true;
        level->pick = level->begin;
    }
    return false;
}

// The next sequence of nodes.
bool ShortestPaths::advance_nodes() {
    while (!levels_.empty()) {
        auto& level = levels_.back();
        if (level.end < level.steps.size()) {
            choose_group(level, level.end);
            descend();
            return true;
        }
        levels_.pop_back();
    }
    return false;
}

} // namespace lintas::query
