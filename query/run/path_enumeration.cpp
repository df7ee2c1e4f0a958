#include "query/run/path_enumeration.h"

#include "query/run/evaluate.h"

#include <algorithm>
#include <tuple>

namespace lintas::query {

void PathEnumeration::start(NodeId from, std::optional<NodeId> target, const Batch& batch,
                            std::uint32_t row) {
    guide_.reset();
    begin(from, target, batch, row);
}

void PathEnumeration::start(NodeId from, NodeId target, const Guide& guide, const Batch& batch,
                            std::uint32_t row) {
    guide_.emplace(guide);
    begin(from, target, batch, row);
}

void PathEnumeration::begin(NodeId from, std::optional<NodeId> target, const Batch& batch,
                            std::uint32_t row) {
    target_ = target;
    batch_ = &batch;
    row_ = row;
    was_cut_ = false;
    nodes_.clear();
    relationships_.clear();
    positions_.clear();
    frames_.clear();
    entries_.clear();
    last_hop_ = {};
    nodes_.push(from);
    frames_.push_back({0, 0, {}});
    added_length_ = 0;
    arrive({}, from, 0, 0);
}

bool PathEnumeration::next() {
    constexpr std::uint64_t tries_between_checks = 1024;
    while (!frames_.empty()) {
        if (++tried_ % tries_between_checks == 0) context_.check();
        auto& frame = frames_.back();
        if (frame.next == entries_.size()) {
            pop();
            continue;
        }
        const auto entry = entries_[frame.next++];
        const bool is_first = frames_.size() == 1; // it stays at the first node
        if (!is_first && !allows(entry)) continue;
        push(entry, is_first);
        if (!is_first && !repetition_passes()) {
            pop();
            continue;
        }
        if (entry.ends) return true;
        read_entries(entry.position);
    }
    return false;
}

// The frame of an entry that stays at the first node adds nothing to the path.
void PathEnumeration::push(const Entry& entry, bool is_first) {
    if (!is_first) {
        nodes_.push(entry.node);
        relationships_.push(entry.relationship);
        positions_.push_back(frames_.back().position);
    }
    frames_.push_back({entries_.size(), entries_.size(), entry.position});
}

void PathEnumeration::pop() {
    entries_.resize(frames_.back().first);
    frames_.pop_back();
    if (frames_.size() < 2) return;
    nodes_.pop();
    relationships_.pop();
    positions_.pop_back();
}

bool PathEnumeration::allows(const Entry& entry) const {
    switch (search_.restriction) {
        using enum PathRestriction;
    case Walk: return true;
    case Trail: return !relationships_.contains(entry.relationship);
    case Acyclic: return !nodes_.contains(entry.node);
    case Simple:
        if (entry.node != nodes_.all().front()) return !nodes_.contains(entry.node);
        return !relationships_.contains(entry.relationship);
    }
    return false;
}

// Is the repetition that the last relationship completes, if it does, as a whole as it should be?
bool PathEnumeration::repetition_passes() const {
    const auto& last = positions_.back();
    const auto& part = search_.parts[last.part];
    if (!part.predicate || last.hop + std::size_t{1} != part.hops.size()) return true;
    auto batch = batch_->select(RowNumbers{row_});
    const auto length = relationships_.size();
    for (std::size_t hop = 0; hop < part.hops.size(); ++hop) {
        const auto at = length - part.hops.size() + hop;
        batch.set(part.hops[hop].source, Column{Nodes{nodes_.all()[at]}});
        batch.set(part.hops[hop].target, Column{Nodes{nodes_.all()[at + 1]}});
        batch.set(part.hops[hop].relationship, Column{Relationships{relationships_.all()[at]}});
    }
    return !true_rows(*part.predicate, batch, context_).empty();
}

void PathEnumeration::read_entries(const PathPosition& position) {
    // A path that has come back to its first node ends there.
    const bool is_closed = search_.restriction == PathRestriction::Simple &&
                           relationships_.size() > 0 && nodes_.all().back() == nodes_.all().front();
    if (is_closed) return;
    read_steps(position);
    const auto first = entries_.size();
    added_length_ = static_cast<std::uint32_t>(relationships_.size()) + 1;
    const bool completes =
        position.hop + std::size_t{1} == search_.parts[position.part].hops.size();
    if (completes) test_found(position.part + std::size_t{1});
    for (const auto& [place, relationship, node] : found_) {
        if (completes)
            arrive(relationship, node, position.part, position.count + 1);
        else
            add(relationship, node, {position.part, position.hop + 1, position.count});
    }
    sort_entries(first);
    constexpr std::size_t frames_between_accounts = 64;
    constexpr std::size_t bytes_of_frame = 128;
    if (frames_.size() % frames_between_accounts == 0 || found_.size() > batch_rows)
        held_.become(entries_.size() * sizeof(Entry) + frames_.size() * bytes_of_frame +
                     (last_hop_.steps ? last_hop_.steps->size() * sizeof(PathSteps::Step) : 0));
}

void PathEnumeration::read_steps(const PathPosition& position) {
    const auto here = nodes_.all().back();
    if (!is_read_backward(position)) {
        steps_.read(position.part, position.hop, Way::Forward, {&here, 1}, found_);
        last_hop_.passed += found_.size();
        return;
    }
    found_.clear();
    for (auto step : std::ranges::equal_range(*last_hop_.steps, here, {}, &PathSteps::Step::node)) {
        step.node = *target_;
        found_.push_back(step);
    }
}

// Where only the last relationship is missing, all but those to the target are in vain; so many
// nodes before it ask the target instead. Not as long as it is unknown whether longer paths may be
// left: the steps in vain tell that.
bool PathEnumeration::is_read_backward(const PathPosition& position) {
    if (!guide_ || !was_cut_ || relationships_.size() + 1 != guide_->length) return false;
    const auto hop = steps_.numbers()(position.part, position.hop);
    if (last_hop_.hop != hop) last_hop_ = {hop, 0, std::nullopt};
    if (last_hop_.steps) return true;
    const auto target = std::span{&*target_, 1};
    if (last_hop_.passed <= steps_.count(position.part, position.hop, Way::Backward, target))
        return false;
    auto& steps = last_hop_.steps.emplace();
    steps_.read(position.part, position.hop, Way::Backward, target, steps);
    std::ranges::stable_sort(steps, {}, &PathSteps::Step::node);
    return true;
}

// Only what is worth following is sorted, which may be little of what was found. Entries of one
// relationship keep their order.
void PathEnumeration::sort_entries(std::size_t first) {
    const auto by_ids = [](const Entry& entry) {
        return std::tuple{entry.node, entry.relationship};
    };
    const auto added = std::ranges::subrange(entries_.begin() + static_cast<std::ptrdiff_t>(first),
                                             entries_.end());
    if (!std::ranges::is_sorted(added, {}, by_ids)) std::ranges::stable_sort(added, {}, by_ids);
}

// All at once what arrive() is going to ask one by one.
void PathEnumeration::test_found(std::size_t number) {
    Nodes nodes;
    for (const auto& step : found_) nodes.push_back(step.node);
    steps_.test(number, nodes);
}

void PathEnumeration::arrive(RelationshipId relationship, NodeId node, std::uint32_t part,
                             std::uint64_t count) {
    const auto& pattern = search_.parts[part];
    if (count >= pattern.lower && steps_.fits(part + std::size_t{1}, node)) {
        if (part + std::size_t{1} == search_.parts.size())
            add_end(relationship, node);
        else
            arrive(relationship, node, part + 1, 0);
    }
    if (!pattern.upper || count < *pattern.upper) add(relationship, node, {part, 0, count});
}

void PathEnumeration::add_end(RelationshipId relationship, NodeId node) {
    if (target_ && node != *target_) return;
    if (guide_ && added_length_ != guide_->length) {
        was_cut_ = was_cut_ || added_length_ > guide_->length;
        return;
    }
    entries_.push_back({relationship, node, {}, true});
}

void PathEnumeration::add(RelationshipId relationship, NodeId node, const PathPosition& position) {
    if (guide_) {
        const auto left = guide_->left.at(guide_->states.number(position), node);
        if (!left) {
            was_cut_ = was_cut_ || !guide_->left.is_complete();
            return;
        }
        if (*left + added_length_ > guide_->length) {
            was_cut_ = true;
            return;
        }
    }
    entries_.push_back({relationship, node, position, false});
}

} // namespace lintas::query
