#include "query/run/hops.h"

#include <algorithm>

namespace lintas::query {

std::vector<TypeId> known_types(const Snapshot& graph, const std::vector<std::string>& names) {
    const auto& types = graph.symbols().types;
    std::vector<TypeId> known;
    for (const auto& name : names.empty() ? types.all() : names) {
        if (const auto type = types.find(name)) known.push_back(*type);
    }
    std::ranges::sort(known);
    const auto repeated = std::ranges::unique(known);
    known.erase(repeated.begin(), repeated.end());
    return known;
}

Hops::Hops(RunContext& context, const std::vector<std::string>& types, ExpandDirection direction)
    : context_{&context}, direction_{direction} {
    const bool both = direction == ExpandDirection::Both;
    for (const auto type : known_types(context.graph(), types)) {
        if (both || direction == ExpandDirection::Outgoing) {
            hops_.push_back({type, Direction::Outgoing, false});
        }
        if (both || direction == ExpandDirection::Incoming) {
            hops_.push_back({type, Direction::Incoming, both});
        }
    }
}

Hops Hops::reversed() const {
    auto backwards = *this;
    if (direction_ == ExpandDirection::Both) return backwards;
    const bool out = direction_ == ExpandDirection::Outgoing;
    backwards.direction_ = out ? ExpandDirection::Incoming : ExpandDirection::Outgoing;
    for (auto& hop : backwards.hops_)
        hop.direction = out ? Direction::Incoming : Direction::Outgoing;
    return backwards;
}

void Hops::append_lists(NodeId node, std::vector<AdjacencyList>& lists,
                        std::vector<std::uint32_t>& hops) const {
    for (std::size_t hop = 0; hop < hops_.size(); ++hop) {
        AdjacencyList list;
        context_->graph().expand({&node, 1}, hops_[hop].type, hops_[hop].direction, {&list, 1});
        context_->count_store_hits(1 + list.size);
        if (list.size == 0) continue;
        lists.push_back(list);
        hops.push_back(static_cast<std::uint32_t>(hop));
    }
}

void Hops::lists(std::span<const NodeId> nodes,
                 std::vector<std::vector<AdjacencyList>>& out) const {
    out.resize(hops_.size());
    for (std::size_t hop = 0; hop < hops_.size(); ++hop) {
        out[hop].resize(nodes.size());
        context_->graph().expand(nodes, hops_[hop].type, hops_[hop].direction, out[hop]);
        context_->count_store_hits(nodes.size());
        for (const auto& list : out[hop]) context_->count_store_hits(list.size);
    }
}

} // namespace lintas::query
