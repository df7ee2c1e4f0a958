#include "query/run/path_choice.h"

#include "query/run/evaluate.h"

#include <fmt/format.h>

namespace lintas::query {

namespace {

std::uint64_t count_of(const PathSearch& search, RunContext& context) {
    if (!search.count) return 1;
    const auto count = evaluate_constant(*search.count, context);
    if (count.is(ValueType::Integer) && count.integer() > 0)
        return static_cast<std::uint64_t>(count.integer());
    throw Error{ErrorCode::Syntax, ErrorDetail::InvalidArgumentType,
                fmt::format("The number of paths to choose is a positive integer, but found `{}`",
                            to_text(count)),
                search.count->span};
}

std::optional<std::uint64_t> longest_path(const PathSearch& search) {
    constexpr auto most = std::uint64_t{1} << 32;
    std::uint64_t longest = 0;
    for (const auto& part : search.parts) {
        if (!part.upper || *part.upper > most) return std::nullopt;
        longest += *part.upper * part.hops.size();
    }
    return longest;
}

template <typename Id> bool all_differ(std::vector<Id> ids) {
    std::ranges::sort(ids);
    return std::ranges::adjacent_find(ids) == ids.end();
}

bool has_wide_filters(const PathSearch& search) {
    return std::ranges::any_of(search.parts,
                               [](const PathPart& part) { return part.predicate != nullptr; });
}

} // namespace

PathChoice::PathChoice(const PathSearch& search, PathSteps& steps, RunContext& context,
                       Accepts accepts)
    : search_{search}, context_{context}, steps_{steps}, accepts_{std::move(accepts)},
      count_{count_of(search, context)}, longest_{longest_path(search)}, states_{search},
      forward_{states_, steps, context, Way::Forward}, backward_{states_, steps, context,
                                                                 Way::Backward},
      enumeration_{search, steps, context}, wants_first_walks_{search.selection ==
                                                                   PathSelection::Shortest &&
                                                               count_ == 1 &&
                                                               !has_wide_filters(search)},
      walks_{states_, steps, context} {}

void PathChoice::start(std::optional<NodeId> from, std::optional<NodeId> to, const Batch& batch,
                       std::uint32_t row) {
    batch_ = &batch;
    row_ = row;
    pairs_.clear();
    at_ = 0;
    pair_is_active_ = false;
    if (from && to) {
        bound_ = Bound::Both;
        start_both(*from, *to);
        return;
    }
    bound_ = from ? Bound::From : Bound::To;
    given_ = from ? *from : *to;
    (from ? forward_ : backward_).start(given_);
    if (from && wants_first_walks_)
        walks_.start(given_);
    else
        collect_ends();
}

// From both ends until the two sides meet, always at the side with less around it. Then the
// backward side goes on along the shortest walks only.
void PathChoice::start_both(NodeId from, NodeId to) {
    forward_.start(from);
    backward_.start(to);
    const PathDistances* other = &backward_;
    const auto* grown = &forward_;
    const auto met = [&] {
        return std::ranges::any_of(grown->newest(), [&](const PathDistances::Place& place) {
            return other->at(place.state, place.node).has_value();
        });
    };
    while (!met()) {
        if (forward_.is_exhausted() || backward_.is_exhausted()) return;
        const bool forward = forward_.cost() <= backward_.cost();
        auto& side = forward ? forward_ : backward_;
        grown = &side;
        other = forward ? &backward_ : &forward_;
        side.grow();
        if (is_too_long(std::uint64_t{forward_.depth()} + backward_.depth())) return;
    }
    const auto length = forward_.depth() + backward_.depth();
    backward_.keep_within(forward_, length);
    while (backward_.grow()) continue;
    meets_ = true;
    pairs_.push_back({from, to, length});
}

// The ends that the last level has reached.
void PathChoice::collect_ends() {
    if (bound_ == Bound::From && wants_first_walks_) return; // those tell the ends
    const bool forward = bound_ == Bound::From;
    const auto& side = forward ? forward_ : backward_;
    const auto last = forward ? states_.end() : PathStates::start;
    for (const auto& [state, node] : side.newest()) {
        if (state != last) continue;
        if (forward)
            pairs_.push_back({given_, node, side.depth()});
        else if (steps_.fits(0, node))
            pairs_.push_back({node, given_, side.depth()});
    }
}

bool PathChoice::grow_to_ends() {
    auto& side = bound_ == Bound::From ? forward_ : backward_;
    if (is_too_long(std::uint64_t{side.depth()} + 1) || !side.grow()) return false;
    collect_ends();
    return true;
}

bool PathChoice::next_pair(Pair& pair) {
    while (at_ == pairs_.size()) {
        if (bound_ == Bound::Both) return false;
        pairs_.clear();
        at_ = 0;
        if (!grow_to_ends()) return false;
    }
    pair = pairs_[at_++];
    return true;
}

// Sees to it that the backward side knows what the enumeration of that length may ask.
void PathChoice::measure(std::uint32_t length) {
    switch (bound_) {
    case Bound::Both:
        if (meets_ && length == pair_.length) return;
        if (meets_) backward_.start(pair_.to);
        meets_ = false;
        while (backward_.depth() < length && backward_.grow()) continue;
        return;
    case Bound::From:
        while (forward_.depth() < length && grow_to_ends()) continue;
        backward_.start(pair_.to);
        backward_.keep_within(forward_, length);
        while (backward_.grow()) continue;
        return;
    case Bound::To:
        while (backward_.depth() < length && grow_to_ends()) continue;
        return;
    }
}

void PathChoice::begin_length(std::uint32_t length) {
    length_ = length;
    group_has_path_ = false;
    measure(length);
    enumeration_.start(pair_.from, pair_.to, {states_, backward_, length}, *batch_, row_);
}

// After the last path of a length: is there more to find for the pair?
bool PathChoice::end_length() {
    if (search_.selection == PathSelection::ShortestGroups && group_has_path_ &&
        ++chosen_ == count_)
        return false;
    return enumeration_.was_cut() && !is_too_long(std::uint64_t{length_} + 1);
}

// The next end by its first walk. Where that is not allowed, the end becomes a pair to search.
bool PathChoice::next_walk() {
    while (true) {
        if (walks_.next_end(walk_)) {
            const auto path = walks_.walk(walk_);
            is_first_walk_ = is_allowed(path) && accepts_(path);
            if (!is_first_walk_) pairs_.push_back({given_, walks_.node(walk_), walks_.depth()});
            return true;
        }
        if (is_too_long(std::uint64_t{walks_.depth()} + 1) || !walks_.grow()) return false;
    }
}

// Does the walk over the states keep to what these do not tell?
bool PathChoice::is_allowed(const FoundPath& path) const {
    std::vector<std::uint64_t> hops(search_.parts.size());
    for (const auto& position : path.positions) ++hops[position.part];
    for (std::size_t part = 0; part < hops.size(); ++part) {
        const auto& pattern = search_.parts[part];
        if (pattern.upper && hops[part] / pattern.hops.size() > *pattern.upper) return false;
    }
    switch (search_.restriction) {
        using enum PathRestriction;
    case Walk: return true;
    case Trail: return all_differ(path.relationships);
    case Acyclic: return all_differ(path.nodes);
    case Simple:
        if (all_differ(path.nodes)) return true;
        return path.nodes.front() == path.nodes.back() && all_differ(path.relationships) &&
               all_differ(Nodes{path.nodes.begin() + 1, path.nodes.end()});
    }
    return false;
}

bool PathChoice::next() {
    is_first_walk_ = false;
    while (true) {
        context_.check();
        if (!pair_is_active_) {
            const bool by_walks = bound_ == Bound::From && wants_first_walks_;
            if (by_walks && at_ == pairs_.size()) {
                pairs_.clear();
                at_ = 0;
                if (!next_walk()) return false;
                if (is_first_walk_) return true;
            }
            if (!next_pair(pair_)) return false;
            pair_is_active_ = true;
            chosen_ = 0;
            begin_length(pair_.length);
        }
        while (pair_is_active_ && enumeration_.next()) {
            if (!accepts_(enumeration_.path())) continue;
            group_has_path_ = true;
            if (search_.selection == PathSelection::Shortest && ++chosen_ == count_)
                pair_is_active_ = false;
            return true;
        }
        if (!pair_is_active_) continue;
        if (end_length())
            begin_length(length_ + 1);
        else
            pair_is_active_ = false;
    }
}

} // namespace lintas::query
