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

} // namespace

PathChoice::PathChoice(const PathSearch& search, PathSteps& steps, RunContext& context,
                       Accepts accepts)
    : search_{search}, context_{context}, steps_{steps}, accepts_{std::move(accepts)},
      count_{count_of(search, context)}, longest_{longest_path(search)}, states_{search},
      forward_{states_, steps, context, Way::Forward},
      backward_{states_, steps, context, Way::Backward}, enumeration_{search, steps, context} {}

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

bool PathChoice::next() {
    while (true) {
        context_.check();
        if (!pair_is_active_) {
            if (!next_pair(pair_)) return false;
            pair_is_active_ = true;
            chosen_ = 0;
            begin_length(pair_.length);
        }
        while (pair_is_active_ && enumeration_.next()) {
            if (!accepts_(enumeration_)) continue;
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
