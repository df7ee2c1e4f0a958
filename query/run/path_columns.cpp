#include "query/run/path_columns.h"

#include <algorithm>

namespace lintas::query {

namespace {

ExpandDirection turned(ExpandDirection direction) {
    switch (direction) {
    case ExpandDirection::Outgoing: return ExpandDirection::Incoming;
    case ExpandDirection::Incoming: return ExpandDirection::Outgoing;
    case ExpandDirection::Both: return ExpandDirection::Both;
    }
    return direction;
}

} // namespace

PathSearch turned(const PathSearch& search) {
    auto result = search;
    std::ranges::reverse(result.nodes);
    std::ranges::reverse(result.parts);
    for (auto& part : result.parts) {
        std::ranges::reverse(part.hops);
        for (auto& hop : part.hops) {
            hop.direction = turned(hop.direction);
            std::swap(hop.source, hop.target);
        }
    }
    return result;
}

PathColumns::PathColumns(const PathSearch& search, bool turned)
    : search_{search}, turned_{turned}, values_(search.outputs.size()) {}

void PathColumns::clear() {
    from_.clear();
    to_.clear();
    for (auto& values : values_) values.clear();
    size_ = 0;
}

void PathColumns::read(const FoundPath& path) {
    nodes_ = path.nodes;
    relationships_ = path.relationships;
    positions_ = path.positions;
    if (!turned_) return;
    std::ranges::reverse(nodes_);
    std::ranges::reverse(relationships_);
    std::ranges::reverse(positions_);
    const auto parts = static_cast<std::uint32_t>(search_.parts.size());
    for (auto& position : positions_) {
        position.part = parts - 1 - position.part;
        const auto hops = static_cast<std::uint32_t>(search_.parts[position.part].hops.size());
        position.hop = hops - 1 - position.hop;
    }
}

void PathColumns::add(const FoundPath& path) {
    read(path);
    from_.push_back(nodes_.front());
    to_.push_back(nodes_.back());
    for (std::size_t at = 0; at < values_.size(); ++at)
        values_[at].push_back(value_of(search_.outputs[at]));
    size_ += 2 + relationships_.size() * values_.size();
}

Value PathColumns::value_of(const PathOutput& output) const {
    switch (output.what) {
        using enum PathOutput::What;
    case PartNode: return nodes_of(output);
    case PartRelationship:
    case PartRelationships: return relationships_of(output);
    case BetweenNode: {
        const auto first = std::ranges::partition_point(
            positions_, [&](const PathPosition& position) { return position.part < output.part; });
        return nodes_[static_cast<std::size_t>(first - positions_.begin())];
    }
    case AllRelationships: return Value{List{relationships_.begin(), relationships_.end()}};
    }
    return {};
}

Value PathColumns::nodes_of(const PathOutput& output) const {
    const auto& part = search_.parts[output.part];
    const bool is_last = output.place == part.hops.size();
    const auto hop = is_last ? output.place - 1 : output.place;
    List list;
    for (std::size_t at = 0; at < positions_.size(); ++at) {
        if (positions_[at].part != output.part || positions_[at].hop != hop) continue;
        const auto node = nodes_[is_last ? at + 1 : at];
        if (!part.is_group) return node;
        list.emplace_back(node);
    }
    return Value{std::move(list)};
}

Value PathColumns::relationships_of(const PathOutput& output) const {
    const bool all = output.what == PathOutput::What::PartRelationships;
    List list;
    for (std::size_t at = 0; at < positions_.size(); ++at) {
        if (positions_[at].part != output.part) continue;
        if (!all && positions_[at].hop != output.place) continue;
        if (!all && !search_.parts[output.part].is_group) return relationships_[at];
        list.emplace_back(relationships_[at]);
    }
    return Value{std::move(list)};
}

void PathColumns::move_to(Batch& out) {
    out.set(search_.nodes.front().slot, Column{std::move(from_)});
    out.set(search_.nodes.back().slot, Column{std::move(to_)});
    for (std::size_t at = 0; at < values_.size(); ++at)
        out.set(search_.outputs[at].slot, Column{std::move(values_[at])});
    clear();
}

} // namespace lintas::query
