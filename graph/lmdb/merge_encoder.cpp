#include "graph/lmdb/merge_encoder.h"

#include "graph/lmdb/column_builder.h"
#include "graph/lmdb/encode_adjacency.h"
#include "graph/lmdb/encode_column.h"
#include "graph/lmdb/ends_view.h"

#include <algorithm>

namespace lintas::lmdb {

namespace {

template <typename Id> std::vector<Id> ids_of(std::uint32_t group, std::uint32_t rows) {
    std::vector<Id> ids(rows);
    for (std::uint32_t row = 0; row < rows; ++row) ids[row] = Id{group << row_bits | row};
    return ids;
}

// Calls visit(first row, ids) for the ids in batches.
template <typename Id, typename Visit> void in_batches(const std::vector<Id>& ids, Visit visit) {
    for (std::size_t begin = 0; begin < ids.size(); begin += batch_rows) {
        const auto count = std::min(batch_rows, ids.size() - begin);
        visit(static_cast<std::uint32_t>(begin), std::span<const Id>{ids}.subspan(begin, count));
    }
}

Rewritten single(const SegmentKey& key, std::optional<SealedSegment> segment) {
    Rewritten rewritten{key, key, {}};
    if (segment) rewritten.segments.push_back(std::move(*segment));
    return rewritten;
}

std::uint16_t short_group(std::uint32_t group) { return static_cast<std::uint16_t>(group); }

} // namespace

MergeEncoder::MergeEncoder(const State& state, const MergePlan& plan)
    : state_{state}, plan_{plan}, reader_{*state.base, state.overlay},
      catalogue_{state.overlay.symbols(), state.base->catalogue().label_sets,
                 state.overlay.schema()} {
    for (std::uint32_t set = 0; set < catalogue_.label_sets.size(); ++set)
        numbers_.emplace(catalogue_.label_sets[set], set);
}

std::uint32_t MergeEncoder::number_of(const LabelSet& labels) {
    const auto next = static_cast<std::uint32_t>(catalogue_.label_sets.size());
    const auto [found, is_new] = numbers_.try_emplace(labels, next);
    if (is_new) catalogue_.label_sets.push_back(labels);
    return found->second;
}

Rewritten MergeEncoder::label_sets(std::uint32_t group) {
    const auto rows = plan_.nodes[group].rows;
    Integers sets(rows);
    std::vector<std::uint8_t> nulls(rows);
    for (std::uint32_t row = 0; row < rows; ++row) {
        const NodeId node{group << row_bits | row};
        if (reader_.exists(node))
            sets[row] = number_of(reader_.labels(node));
        else
            nulls[row] = 1;
    }
    ColumnBuilder numbers;
    numbers.append(Column{std::move(sets), std::move(nulls)}, 0, rows, 0, "label set");
    const SegmentKey key{SegmentKind::LabelSets, 0, 0, short_group(group), 0};
    return single(key, encode_column(key, numbers, rows, nullptr));
}

Rewritten MergeEncoder::ends(std::uint32_t group) const {
    std::vector<RelationshipEnds> all(plan_.relationships[group].rows, {{}, {}, no_type});
    for (std::uint32_t row = 0; row < all.size(); ++row) {
        const RelationshipId relationship{group << row_bits | row};
        if (reader_.exists(relationship)) reader_.ends({&relationship, 1}, {&all[row], 1});
    }
    const SegmentKey key{SegmentKind::Ends, 0, 0, short_group(group), 0};
    return single(key, encode_ends(short_group(group), all));
}

template <typename Id>
Rewritten MergeEncoder::column(SegmentKind kind, const GroupColumn& column,
                               const GroupList& groups) const {
    const auto& [key, group] = column;
    const auto rows = groups[group].rows;
    const auto& name = state_.overlay.symbols().keys.name(key);
    ColumnBuilder values;
    in_batches(ids_of<Id>(group, rows), [&](std::uint32_t first, std::span<const Id> ids) {
        values.append(reader_.gather(column.key, ids), 0, ids.size(), first, name);
    });
    const SegmentKey place{kind, 0, raw(key), short_group(group), 0};
    return single(place, encode_column(place, values, rows, nullptr));
}

Rewritten MergeEncoder::node_column(const GroupColumn& column) const {
    return this->column<NodeId>(SegmentKind::NodeProperty, column, plan_.nodes);
}

Rewritten MergeEncoder::relationship_column(const GroupColumn& column) const {
    return this->column<RelationshipId>(SegmentKind::RelationshipProperty, column,
                                        plan_.relationships);
}

Rewritten MergeEncoder::adjacency(const GroupAdjacency& adjacency) const {
    const auto& [type, direction, group] = adjacency;
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint32_t> neighbours;
    std::vector<std::uint32_t> relationships;
    const auto nodes = ids_of<NodeId>(group, plan_.nodes[group].rows);
    std::vector<AdjacencyList> lists(batch_rows);
    in_batches(nodes, [&](std::uint32_t, std::span<const NodeId> some) {
        const auto found = std::span{lists}.first(some.size());
        reader_.expand(some, adjacency.type, adjacency.direction, found);
        for (const auto& list : found) {
            for (std::uint32_t at = 0; at < list.size; ++at) {
                neighbours.push_back(raw(list.neighbour(at)));
                relationships.push_back(raw(list.relationship(at)));
            }
            offsets.push_back(static_cast<std::uint32_t>(neighbours.size()));
        }
    });
    const std::uint8_t sub = direction == Direction::Outgoing ? 0 : 1;
    const SegmentKey first{SegmentKind::Adjacency, sub, raw(type), short_group(group), 0};
    auto last = first;
    last.part = ~std::uint32_t{0};
    if (neighbours.empty()) return {first, last, {}};
    return {first, last,
            encode_adjacency(
                {raw(type), sub, short_group(group), offsets, neighbours, relationships, 0})};
}

} // namespace lintas::lmdb
