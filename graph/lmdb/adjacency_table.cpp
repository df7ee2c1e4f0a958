#include "graph/lmdb/adjacency_table.h"

#include "graph/expect.h"
#include "graph/lmdb/damage.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::lmdb {

namespace {

// Ahead of the node at hand: far enough for memory to answer, near enough to stay in the cache.
constexpr std::size_t offsets_ahead = 24;
constexpr std::size_t lists_ahead = 12;

} // namespace

void AdjacencyTable::add(StoredSegment segment) {
    const std::uint32_t group = segment.key.group;
    if (groups_.empty()) first_group_ = group;
    expect(group - first_group_ + 1 >= groups_.size(), "segments come in order of their groups");
    groups_.resize(group - first_group_ + std::size_t{1});
    if (!groups_.back()) {
        entries_.emplace_back().group = group;
        groups_.back() = &entries_.back();
    }
    entries_.back().parts.push_back(segment);
}

AdjacencyGroup AdjacencyTable::read(const Entry& entry) {
    for (const auto& part : entry.parts)
        if (!is_intact(part))
            throw_damaged(fmt::format("segment `{}` is not as it was written", to_text(part.key)));
    auto group = AdjacencyGroup::read(entry.parts);
    if (!group)
        throw_damaged(
            fmt::format("the parts of `{}` do not fit", to_text(entry.parts.front().key)));
    return std::move(*group);
}

void AdjacencyTable::expand(std::span<const NodeId> nodes, std::span<AdjacencyList> out) const {
    expect(nodes.size() == out.size(), "there is a place for every node's list");
    const auto at_node = [&](std::size_t at) { return find(group_of(raw(nodes[at]))); };
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        if (at + offsets_ahead < nodes.size())
            if (const auto* group = at_node(at + offsets_ahead))
                group->prefetch_offsets(row_of(raw(nodes[at + offsets_ahead])));
        if (at + lists_ahead < nodes.size())
            if (const auto* group = at_node(at + lists_ahead))
                group->prefetch_list(row_of(raw(nodes[at + lists_ahead])));
        const auto* group = at_node(at);
        out[at] = group ? group->list(row_of(raw(nodes[at]))) : AdjacencyList{};
    }
}

std::vector<AdjacencyTable::Start> AdjacencyTable::find_starts() const {
    std::vector<Start> starts;
    for (const auto& entry : entries_) {
        const auto& bytes = entry.parts.front().bytes;
        if (bytes.size() < sizeof(SegmentHeader) + sizeof(AdjacencyPrelude)) continue;
        SegmentHeader header;
        std::memcpy(&header, bytes.data(), sizeof header);
        if (!(header.flags & flag_consecutive)) continue;
        AdjacencyPrelude prelude;
        std::memcpy(&prelude, bytes.data() + sizeof(SegmentHeader), sizeof prelude);
        starts.push_back({prelude.first, entry.group});
    }
    std::ranges::sort(starts, {}, &Start::first);
    return starts;
}

RelationshipEnds AdjacencyTable::ends(RelationshipId relationship) const {
    const auto id = raw(relationship);
    const auto& starts = starts_.get(mutex_, [this] { return find_starts(); });
    const auto after = std::ranges::upper_bound(starts, id, {}, &Start::first);
    if (after == starts.begin()) throw_damaged("a relationship has no source");
    const auto node_group = (after - 1)->group;
    const auto* group = find(node_group);
    // Only now is it sure that the group begins where its unverified header said.
    if (!group || !group->is_consecutive() || id < group->first() ||
        id - group->first() >= group->size())
        throw_damaged("a relationship has no source");
    const auto position = id - group->first();
    return {NodeId{node_group << row_bits | group->row_at(position)},
            group->neighbour_at(position),
            {}};
}

} // namespace lintas::lmdb
