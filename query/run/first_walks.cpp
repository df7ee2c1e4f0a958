#include "query/run/first_walks.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace lintas::query {

void FirstWalks::start(NodeId from) {
    for (auto& places : places_) places.clear();
    items_.clear();
    level_ = 0;
    end_ = 0;
    depth_ = 0;
    arrivals_.assign(1, {PathStates::start, none, from, {}});
    settle();
}

bool FirstWalks::next_end(std::uint32_t& item) {
    while (end_ < items_.size() && items_[end_].state != states_.end()) ++end_;
    if (end_ == items_.size()) return false;
    item = static_cast<std::uint32_t>(end_++);
    return true;
}

bool FirstWalks::grow() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_state;
    for (auto at = level_; at < items_.size(); ++at)
        by_state[items_[at].state].push_back(static_cast<std::uint32_t>(at));
    level_ = items_.size();
    end_ = level_;
    ++depth_;
    arrivals_.clear();
    for (const auto& [state, items] : by_state) read(state, items);
    settle();
    std::uint64_t bytes = items_.size() * sizeof(Item);
    for (const auto& places : places_) bytes += places.bytes();
    held_.become(bytes);
    return items_.size() > level_;
}

void FirstWalks::read(std::uint32_t state, const std::vector<std::uint32_t>& items) {
    constexpr std::size_t nodes_at_once = 256;
    Nodes nodes;
    for (std::size_t begin = 0; begin < items.size(); begin += nodes_at_once) {
        context_.check();
        const auto end = std::min(begin + nodes_at_once, items.size());
        nodes.clear();
        for (auto at = begin; at < end; ++at) nodes.push_back(items_[items[at]].node);
        for (const auto& arc : states_.forward(state).hops) {
            const auto& position = steps_.position(arc.hop);
            steps_.read(position.part, position.hop, Way::Forward, nodes, found_);
            for (const auto& [place, relationship, node] : found_)
                arrive({arc.state, items[begin + place], node, relationship});
        }
    }
}

// Keeps the first way to a state at a node. Numbers of arrivals go on where those of items end.
void FirstWalks::arrive(const Item& item) {
    const auto place = places_[item.state].get(item.node);
    if (place == 0) {
        arrivals_.push_back(item);
        places_[item.state].at(item.node) = static_cast<std::uint32_t>(level_ + arrivals_.size());
        return;
    }
    if (place <= level_) return;
    auto& known = arrivals_[place - 1 - level_];
    if (std::tuple{item.before, item.relationship} < std::tuple{known.before, known.relationship})
        known = item;
}

// Makes items of the arrivals, in order, each after those that leave its part there.
void FirstWalks::settle() {
    std::ranges::sort(arrivals_, {}, [](const Item& item) {
        return std::tuple{item.before, item.node, item.relationship, item.state};
    });
    for (const auto& item : arrivals_) places_[item.state].at(item.node) = 0;
    test_nodes();
    for (const auto& item : arrivals_) settle_one(item);
}

void FirstWalks::settle_one(const Item& item) {
    if (places_[item.state].get(item.node) != 0) return;
    for (const auto& arc : states_.forward(item.state).nodes)
        if (steps_.fits(arc.node, item.node))
            settle_one({arc.state, item.before, item.node, item.relationship});
    items_.push_back(item);
    places_[item.state].at(item.node) = static_cast<std::uint32_t>(items_.size());
}

// All at once what settle_one() is going to ask one by one.
void FirstWalks::test_nodes() {
    std::map<std::size_t, Nodes> asked;
    for (const auto& item : arrivals_)
        for (const auto& arc : states_.forward(item.state).nodes)
            asked[arc.node].push_back(item.node);
    for (const auto& [number, nodes] : asked) steps_.test(number, nodes);
}

FoundPath FirstWalks::walk(std::uint32_t item) {
    nodes_.clear();
    relationships_.clear();
    positions_.clear();
    for (; items_[item].before != none; item = items_[item].before) {
        nodes_.push_back(items_[item].node);
        relationships_.push_back(items_[item].relationship);
        const auto state = items_[items_[item].before].state;
        positions_.push_back(steps_.position(states_.forward(state).hops[0].hop));
    }
    nodes_.push_back(items_[item].node);
    std::ranges::reverse(nodes_);
    std::ranges::reverse(relationships_);
    std::ranges::reverse(positions_);
    return {nodes_, relationships_, positions_};
}

} // namespace lintas::query
