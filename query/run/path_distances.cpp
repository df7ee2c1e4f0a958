#include "query/run/path_distances.h"

#include <algorithm>

namespace lintas::query {

namespace {

constexpr std::size_t sources_at_once = 256;

// Calls use(state, nodes) for the places, which are sorted by state, in bounded pieces.
template <typename Use> void in_pieces(const std::vector<PathDistances::Place>& places, Use use) {
    Nodes nodes;
    for (std::size_t at = 0; at < places.size();) {
        nodes.clear();
        const auto state = places[at].state;
        while (at < places.size() && places[at].state == state && nodes.size() < sources_at_once)
            nodes.push_back(places[at++].node);
        use(state, nodes);
    }
}

} // namespace

void PathDistances::start(NodeId node) {
    for (auto& depths : depths_) depths.clear();
    newest_.clear();
    depth_ = 0;
    other_ = nullptr;
    left_out_ = false;
    cost_.reset();
    visit(way_ == Way::Forward ? PathStates::start : states_.end(), node);
    follow_nodes();
}

void PathDistances::keep_within(const PathDistances& other, std::uint32_t total) {
    other_ = &other;
    total_ = total;
    std::erase_if(newest_, [&](const Place& place) { return !is_within(place.state, place.node); });
    cost_.reset();
}

bool PathDistances::is_within(std::uint32_t state, NodeId node) {
    if (other_ == nullptr) return true;
    const auto there = other_->at(state, node);
    if (there && *there + depth_ <= total_) return true;
    if (there || !other_->is_complete()) left_out_ = true;
    return false;
}

void PathDistances::visit(std::uint32_t state, NodeId node) {
    if (depths_[state].get(node) != 0 || !is_within(state, node)) return;
    depths_[state].at(node) = depth_ + 1;
    newest_.push_back({state, node});
}

bool PathDistances::grow() {
    if (newest_.empty()) return false;
    auto places = std::move(newest_);
    newest_.clear();
    cost_.reset();
    ++depth_;
    sort_by_state(places);
    in_pieces(places, [&](std::uint32_t state, const Nodes& nodes) {
        context_.check();
        for (const auto& arc : arcs(state).hops) {
            const auto& position = steps_.position(arc.hop);
            steps_.read(position.part, position.hop, way_, nodes, found_);
            for (const auto& step : found_) visit(arc.state, step.node);
        }
    });
    follow_nodes();
    account();
    return !newest_.empty();
}

// Leaves parts at the newest nodes, where these fit, as often as that leads on.
void PathDistances::follow_nodes() {
    for (std::size_t begin = 0; begin < newest_.size();) {
        const auto end = newest_.size();
        std::vector<Place> leaving;
        for (auto at = begin; at < end; ++at)
            if (!arcs(newest_[at].state).nodes.empty()) leaving.push_back(newest_[at]);
        sort_by_state(leaving);
        in_pieces(leaving, [&](std::uint32_t state, const Nodes& nodes) {
            for (const auto& arc : arcs(state).nodes) steps_.test(arc.node, nodes);
        });
        for (auto at = begin; at < end; ++at) {
            const auto place = newest_[at];
            for (const auto& arc : arcs(place.state).nodes)
                if (steps_.fits(arc.node, place.node)) visit(arc.state, place.node);
        }
        begin = end;
    }
}

void PathDistances::sort_by_state(std::vector<Place>& places) const {
    if (!std::ranges::is_sorted(places, {}, &Place::state))
        std::ranges::stable_sort(places, {}, &Place::state);
}

std::uint64_t PathDistances::cost() {
    if (cost_) return *cost_;
    cost_ = 0;
    auto places = newest_;
    sort_by_state(places);
    in_pieces(places, [&](std::uint32_t state, const Nodes& nodes) {
        for (const auto& arc : arcs(state).hops) {
            const auto& position = steps_.position(arc.hop);
            *cost_ += nodes.size() + steps_.count(position.part, position.hop, way_, nodes);
        }
    });
    return *cost_;
}

void PathDistances::account() {
    std::uint64_t bytes = newest_.size() * sizeof(Place);
    for (const auto& depths : depths_) bytes += depths.bytes();
    held_.become(bytes);
}

} // namespace lintas::query
