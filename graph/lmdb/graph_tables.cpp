#include "graph/lmdb/graph_tables.h"

#include "graph/lmdb/damage.h"

#include <fmt/format.h>

namespace lintas::lmdb {

namespace {

template <typename Table>
Table& table_at(std::vector<std::unique_ptr<Table>>& tables, std::uint32_t id) {
    if (id >= tables.size()) tables.resize(id + std::size_t{1});
    if (!tables[id]) tables[id] = std::make_unique<Table>();
    return *tables[id];
}

template <typename Table>
const Table* find_table(const std::vector<std::unique_ptr<Table>>& tables, std::uint32_t id) {
    return id < tables.size() ? tables[id].get() : nullptr;
}

} // namespace

GraphTables::GraphTables(std::span<const TableEntry> segments, const Catalogue& catalogue,
                         const Report& report)
    : label_set_count_{std::ssize(catalogue.label_sets)} {
    for (const auto& entry : segments) {
        if (const auto key = to_segment_key(entry.key))
            segments_.push_back({*key, entry.value});
        else
            report("A segment has a key of an unknown kind");
    }
    read_group_lists(report);
    for (const auto& segment : segments_)
        if (!add(segment, catalogue))
            report(fmt::format("Segment `{}` belongs to nothing", to_text(segment.key)));
}

void GraphTables::read_group_lists(const Report& report) {
    std::array<bool, 2> found{};
    for (const auto& segment : segments_) {
        if (segment.key.kind != SegmentKind::Groups) continue;
        auto groups = is_intact(segment) ? read_groups(segment) : std::nullopt;
        if (!groups) {
            report(fmt::format("Segment `{}` is not as it was written", to_text(segment.key)));
            continue;
        }
        found[segment.key.sub] = true;
        groups_[segment.key.sub] = std::move(*groups);
    }
    if (!found[0] || !found[1]) report("There is no list of groups");
}

bool GraphTables::add(const StoredSegment& segment, const Catalogue& catalogue) {
    const auto& key = segment.key;
    const bool is_of_all = key.group == 0 && key.part == 0;
    switch (key.kind) {
    case SegmentKind::Adjacency: return add_adjacency(segment, catalogue);
    case SegmentKind::Dictionary:
        dictionaries_.try_emplace({Entity{key.sub}, KeyId{key.id}, key.part}, segment);
        return key.group == 0 && key.id < catalogue.symbols.keys.all().size();
    case SegmentKind::Ends:
        if (key.sub != 0 || key.id != 0 || key.part != 0 || key.group >= groups_[1].size())
            return false;
        ends_.add(segment);
        return true;
    case SegmentKind::Groups: return is_of_all && key.id == 0;
    case SegmentKind::LabelSets:
        if (key.sub != 0 || key.id != 0 || key.part != 0) return false;
        if (key.group >= groups_[0].size() || groups_[0][key.group].owner != mixed_owner)
            return false;
        label_sets_.add(key.group, segment, nullptr);
        return true;
    case SegmentKind::NodeProperty: return add_property(segment, catalogue, Entity::Node);
    case SegmentKind::RelationshipProperty:
        return add_property(segment, catalogue, Entity::Relationship);
    }
    return false;
}

bool GraphTables::add_adjacency(const StoredSegment& segment, const Catalogue& catalogue) {
    const auto& key = segment.key;
    if (key.id >= catalogue.symbols.types.all().size() || key.group >= groups_[0].size())
        return false;
    table_at(adjacency_[key.sub], key.id).add(segment);
    return true;
}

bool GraphTables::add_property(const StoredSegment& segment, const Catalogue& catalogue,
                               Entity entity) {
    const auto& key = segment.key;
    const auto& groups = groups_[static_cast<int>(entity)];
    if (key.sub != 0 || key.part != 0 || key.group >= groups.size() ||
        key.id >= catalogue.symbols.keys.all().size())
        return false;
    const auto part = entity == Entity::Relationship ? groups[key.group].owner : 0;
    table_at(properties_[static_cast<int>(entity)], key.id)
        .add(key.group, segment, dictionary(entity, KeyId{key.id}, part));
    return true;
}

void expect_owners(const GraphTables& tables, const Catalogue& catalogue, const Report& report) {
    for (const auto& group : tables.groups(Entity::Node))
        if (group.owner >= catalogue.label_sets.size() && group.owner != mixed_owner)
            report("A group of nodes has a label set that is not in the catalogue");
    for (const auto& group : tables.groups(Entity::Relationship))
        if (group.owner >= catalogue.symbols.types.all().size() && group.owner != mixed_owner)
            report("A group of relationships has a type that is not in the catalogue");
}

const StoredDictionary* GraphTables::dictionary(Entity entity, KeyId key,
                                                std::uint32_t part) const {
    const auto found = dictionaries_.find({entity, key, part});
    return found == dictionaries_.end() ? nullptr : &found->second;
}

const ColumnTable* GraphTables::properties(Entity entity, KeyId key) const {
    return find_table(properties_[static_cast<int>(entity)], raw(key));
}

const AdjacencyTable* GraphTables::adjacency(TypeId type, Direction direction) const {
    return find_table(adjacency_[direction == Direction::Outgoing ? 0 : 1], raw(type));
}

LabelSetId GraphTables::label_set(NodeId node) const {
    const auto set = find_label_set(node);
    if (!set) throw_damaged("a node has no label set");
    return *set;
}

std::optional<LabelSetId> GraphTables::find_label_set(NodeId node) const {
    if (!holds(groups_[0], raw(node))) return std::nullopt;
    const auto group = group_of(raw(node));
    const auto owner = groups_[0][group].owner;
    if (owner != mixed_owner) return LabelSetId{owner};
    const auto* column = label_sets_.find(group);
    const auto item = column ? column->find_item(row_of(raw(node))) : std::nullopt;
    if (!item) return std::nullopt;
    if (column->type != ValueType::Integer) throw_damaged("a node has no label set");
    const auto set = column->value(*item).integer();
    if (set < 0 || set >= label_set_count_) throw_damaged("a node has an unknown label set");
    return LabelSetId{static_cast<std::uint32_t>(set)};
}

bool GraphTables::exists(RelationshipId relationship) const {
    const auto id = raw(relationship);
    if (!holds(groups_[1], id)) return false;
    const auto* ends = ends_.find(group_of(id));
    return ends ? ends->exists(row_of(id)) : groups_[1][group_of(id)].owner != mixed_owner;
}

} // namespace lintas::lmdb
