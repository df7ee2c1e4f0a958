#include "query/run/path_walker.h"

#include <algorithm>

namespace lintas::query {

PathWalker::PathWalker(const VariableExpandStep& step, RunContext& context)
    : step_{step}, context_{context}, hops_{context, step.types, step.direction},
      filter_{step.predicate.get(), step.step_relationship, context}, held_{context} {}

void PathWalker::start(NodeId from, std::optional<NodeId> target,
                       std::span<const RelationshipId> used, const Batch& batch,
                       std::uint32_t row) {
    nodes_.clear();
    relationships_.clear();
    frames_.clear();
    lists_.clear();
    list_hops_.clear();
    steps_.clear();
    used_ = used;
    target_ = target;
    filter_.start(batch, row);
    if (step_.upper && *step_.upper < step_.lower) return;
    nodes_.push(from); // its frame is pushed by the first next()
}

bool PathWalker::counts() const {
    return relationships_.size() >= step_.lower && (!target_ || end() == *target_);
}

bool PathWalker::next() {
    if (frames_.empty()) {
        if (nodes_.size() == 0) return false;
        const auto from = end();
        nodes_.clear();
        push(from, true);
        if (counts()) return true;
    }
    while (!frames_.empty()) {
        WalkStep step{};
        if (!next_step(step)) {
            pop();
            continue;
        }
        if (!allows(step)) continue;
        relationships_.push(step.relationship);
        push(step.node, may_go_on_from(step.node));
        if (counts()) return true;
    }
    return false;
}

void PathWalker::push(NodeId node, bool may_go_on) {
    constexpr std::size_t frames_between_accounts = 1024;
    constexpr std::size_t bytes_of_frame = 512;
    const auto first_list = static_cast<std::uint32_t>(lists_.size());
    const auto first_step = static_cast<std::uint32_t>(steps_.size());
    nodes_.push(node);
    frames_.push_back({first_list, first_list, 0, first_step, first_step});
    const bool is_last = step_.upper && relationships_.size() >= *step_.upper;
    if (may_go_on && !is_last) hops_.append_lists(node, lists_, list_hops_);
    if (frames_.size() % frames_between_accounts == 0) {
        held_.become(frames_.size() * bytes_of_frame);
    }
}

void PathWalker::pop() {
    const auto& frame = frames_.back();
    lists_.resize(frame.first_list);
    list_hops_.resize(frame.first_list);
    steps_.resize(frame.first_step);
    frames_.pop_back();
    nodes_.pop();
    if (relationships_.size() > 0) relationships_.pop();
}

bool PathWalker::next_step(WalkStep& step) {
    constexpr std::uint64_t steps_between_checks = 4096;
    if (++tried_ % steps_between_checks == 0) context_.check();
    auto& frame = frames_.back();
    if (frame.step == steps_.size() && !refill(frame)) return false;
    step = steps_[frame.step++];
    return true;
}

// Reads the next relationships of the top frame. Little at a time where the path is long, for there
// is a frame for each of its nodes.
bool PathWalker::refill(Frame& frame) {
    constexpr std::size_t short_path = 64;
    if (frame.list == lists_.size()) return false;
    const std::size_t limit = frames_.size() < short_path ? 1024 : 32;
    do {
        steps_.resize(frame.first_step);
        frame.step = frame.first_step;
        while (frame.list < lists_.size() && steps_.size() - frame.first_step < limit) {
            read_list(frame, frame.first_step + limit);
        }
        filter_.keep_passing(steps_, frame.first_step);
        if (steps_.size() > frame.first_step) return true;
        context_.check();
    } while (frame.list < lists_.size());
    return false;
}

void PathWalker::read_list(Frame& frame, std::size_t limit) {
    const auto& list = lists_[frame.list];
    const bool skips_loops = hops_[list_hops_[frame.list]].skips_loops;
    const auto here = end();
    const auto room = static_cast<std::uint32_t>(limit - steps_.size());
    const auto last = frame.at + std::min(room, list.size - frame.at);
    for (; frame.at < last; ++frame.at) {
        const WalkStep step{list.relationship(frame.at), list.neighbour(frame.at)};
        if (skips_loops && step.node == here) continue;
        if (std::ranges::find(used_, step.relationship) != used_.end()) continue;
        steps_.push_back(step);
    }
    if (frame.at < list.size) return;
    frame.at = 0;
    ++frame.list;
}

bool PathWalker::allows(const WalkStep& step) const {
    switch (step_.restriction) {
        using enum PathRestriction;
    case Walk: return true;
    case Trail: return !relationships_.contains(step.relationship);
    case Acyclic: return !nodes_.contains(step.node);
    case Simple:
        if (step.node != nodes_.all().front()) return !nodes_.contains(step.node);
        return !relationships_.contains(step.relationship);
    }
    return false;
}

// A simple path that has come back to its first node is complete.
bool PathWalker::may_go_on_from(NodeId node) const {
    return step_.restriction != PathRestriction::Simple || node != nodes_.all().front();
}

} // namespace lintas::query
