#include "query/run/reach.h"

#include <algorithm>

namespace lintas::query {

Reach::Reach(const VariableExpandStep& step, RunContext& context)
    : step_{step}, context_{context}, hops_{context, step.types, step.direction},
      filter_{step.predicate.get(), step.step_relationship, context}, held_{context} {}

void Reach::start(NodeId from, std::span<const RelationshipId> used, const Batch& batch,
                  std::uint32_t row) {
    const bool possible = !step_.upper || *step_.upper >= step_.lower;
    filter_.start(batch, row);
    used_ = used;
    from_ = from;
    start_is_pending_ = possible && step_.lower == 0;
    start_was_given_ = false;
    marks_.clear();
    queue_.assign(possible ? 1 : 0, from);
    given_ = 1; // the start is given apart
    at_ = 0;
}

bool Reach::next(NodeId& end) {
    do {
        if (start_is_pending_ && !start_was_given_) {
            start_was_given_ = true;
            end = from_;
            return true;
        }
        if (given_ < queue_.size()) {
            end = queue_[given_++];
            return true;
        }
    } while (advance());
    return false;
}

// Goes on from the next nodes that are equally far away; false when there are none.
bool Reach::advance() {
    constexpr std::size_t nodes_at_once = 256;
    if (at_ >= queue_.size()) return false;
    const auto depth_of = [this](std::size_t at) { return marks_.get(queue_[at]).depth; };
    const auto depth = depth_of(at_);
    if (step_.upper && depth >= *step_.upper) return false;
    auto end = at_ + 1;
    while (end < queue_.size() && end - at_ < nodes_at_once && depth_of(end) == depth) ++end;
    context_.check();
    end = read_steps(end);
    keep_passing();
    for (const auto& found : found_) {
        if (found.from == from_) {
            visit_start(found);
        } else {
            visit(found);
        }
    }
    at_ = end;
    held_.become(marks_.bytes() + queue_.size() * sizeof(NodeId));
    return true;
}

// What lies around the nodes queue_[at_] to queue_[end], or fewer where there is much. Gives the
// place up to which it has read.
std::size_t Reach::read_steps(std::size_t end) {
    constexpr std::size_t steps_at_once = 1 << 18;
    found_.clear();
    hops_.lists(std::span{queue_}.subspan(at_, end - at_), lists_);
    for (auto at = at_; at < end; ++at) {
        if (found_.size() >= steps_at_once) return at;
        read_lists(queue_[at], at - at_);
    }
    return end;
}

void Reach::read_lists(NodeId node, std::size_t place) {
    for (std::size_t hop = 0; hop < hops_.size(); ++hop) {
        const auto& list = lists_[hop][place];
        for (std::uint32_t at = 0; at < list.size; ++at) {
            const WalkStep step{list.relationship(at), list.neighbour(at)};
            if (hops_[hop].skips_loops && step.node == node) continue;
            if (std::ranges::find(used_, step.relationship) != used_.end()) continue;
            found_.push_back({step, node});
        }
    }
}

void Reach::keep_passing() {
    if (!filter_.is_set()) return;
    std::vector<WalkStep> steps;
    for (const auto& found : found_) steps.push_back(found.step);
    filter_.keep_passing(steps, 0);
    // The passing steps are a subsequence of all, and a relationship may be met from both its ends.
    std::size_t passing = 0;
    std::erase_if(found_, [&](const Found& found) {
        const bool passes = passing < steps.size() &&
                            steps[passing].relationship == found.step.relationship &&
                            steps[passing].node == found.step.node;
        passing += passes;
        return !passes;
    });
}

// A step from the start itself.
void Reach::visit_start(const Found& found) {
    const auto [relationship, node] = found.step;
    if (node == from_) return close(1);
    auto& mark = marks_.at(node);
    if (mark.depth != 0) return;
    mark = {relationship, relationship, 1};
    queue_.push_back(node);
}

// A step from another node. Where relationships are walked both ways, coming back to the start
// needs a cycle: two ways that part at the start and meet again.
void Reach::visit(const Found& found) {
    const auto [relationship, node] = found.step;
    const auto from = marks_.get(found.from);
    if (node == from_) {
        const bool is_the_way_there =
            step_.direction == ExpandDirection::Both && from.last == relationship;
        if (!is_the_way_there || step_.restriction == PathRestriction::Walk) close(from.depth + 1);
        return;
    }
    auto& mark = marks_.at(node);
    if (mark.depth == 0) {
        mark = {from.branch, relationship, from.depth + 1};
        queue_.push_back(node);
    } else if (step_.direction == ExpandDirection::Both && mark.branch != from.branch) {
        close(std::uint64_t{from.depth} + mark.depth + 1);
    }
}

// There is a path of that length from the start back to it.
void Reach::close(std::uint64_t length) {
    if (step_.restriction == PathRestriction::Acyclic) return;
    if (!step_.upper || length <= *step_.upper) start_is_pending_ = true;
}

} // namespace lintas::query
