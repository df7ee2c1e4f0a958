#include "graph/lmdb/lmdb_snapshot.h"

#include "graph/expect.h"
#include "graph/lmdb/absent.h"
#include "graph/lmdb/damage.h"
#include "graph/lmdb/gather.h"
#include "graph/lmdb/statistics_record.h"

#include <algorithm>

namespace lintas::lmdb {

namespace {

const Report throw_report = [](const std::string& what) { throw_damaged(what); };

// Appends the ids of a scan's next batch. `owns` says if entities of a group may belong to the
// scan, `has` if one of them does.
template <typename Id, typename Owns, typename Has>
bool scan_groups(const GroupList& groups, ScanPosition& position, std::vector<Id>& out, Owns owns,
                 Has has) {
    const auto before = out.size();
    while (out.size() - before < batch_rows && position.next < position.end) {
        const auto number = position.next >> row_bits;
        if (number >= groups.size()) break;
        const auto begin = number << row_bits;
        const auto& group = groups[number];
        const auto end = std::min(position.end, begin + group.rows);
        if (position.next >= end || !owns(group)) {
            position.next = begin + group_rows;
            continue;
        }
        for (; position.next < end && out.size() - before < batch_rows; ++position.next) {
            const auto id = Id{static_cast<std::uint32_t>(position.next)};
            if (has(group, id)) out.push_back(id);
        }
    }
    return out.size() > before;
}

Statistics read_statistics(std::span<const TableEntry> entries, const Catalogue& catalogue) {
    const auto counts = read_counts(entries, throw_report);
    if (!fits(counts, catalogue)) throw_damaged("table `stat` counts what is not in the catalogue");
    return to_statistics(counts, catalogue);
}

} // namespace

LmdbSnapshot::LmdbSnapshot(const std::filesystem::path& file, std::size_t map_bytes)
    : LmdbSnapshot{OpenedFile{file, map_bytes}} {}

LmdbSnapshot::LmdbSnapshot(OpenedFile opened)
    : LmdbSnapshot{opened.tables(), opened.transaction()} {
    opened_.emplace(std::move(opened));
}

LmdbSnapshot::LmdbSnapshot(const StoreTables& tables, std::uint64_t transaction)
    : header_{read_store_header(tables.meta, transaction, throw_report)},
      catalogue_{read_catalogue(tables.catalogue, throw_report)},
      statistics_{read_statistics(tables.statistics, catalogue_)}, tables_{tables.segments,
                                                                           catalogue_,
                                                                           throw_report} {
    expect_owners(tables_, catalogue_, throw_report);
    index_labels();
}

// What commits have touched, an overlay over this state knows.
bool LmdbSnapshot::touched_since(TouchedMark& mark, Touched&) const {
    return mark.version == version();
}

void LmdbSnapshot::index_labels() {
    label_sets_of_.assign(catalogue_.symbols.labels.all().size(),
                          ByLabelSet(catalogue_.label_sets.size()));
    for (std::size_t set = 0; set < catalogue_.label_sets.size(); ++set)
        for (const auto label : catalogue_.label_sets[set]) label_sets_of_[raw(label)][set] = 1;
}

bool LmdbSnapshot::scan(ScanPosition& position, std::optional<LabelId> label, Nodes& out) const {
    const auto& groups = tables_.groups(Entity::Node);
    const auto all = [](const auto&...) { return true; };
    if (!label)
        return scan_groups(groups, position, out, all, [this](const Group& group, NodeId node) {
            return group.owner != mixed_owner || tables_.exists(node);
        });
    if (raw(*label) >= label_sets_of_.size()) return false;
    const auto& sets = label_sets_of_[raw(*label)];
    const auto owns = [&sets](const Group& group) {
        return group.owner == mixed_owner || sets[group.owner] != 0;
    };
    const auto has = [this, &sets](const Group& group, NodeId node) {
        if (group.owner != mixed_owner) return true;
        const auto set = tables_.find_label_set(node);
        return set && sets[raw(*set)] != 0;
    };
    return scan_groups(groups, position, out, owns, has);
}

bool LmdbSnapshot::scan(ScanPosition& position, std::optional<TypeId> type,
                        Relationships& out) const {
    const auto owns = [type](const Group& group) {
        return !type || group.owner == raw(*type) || group.owner == mixed_owner;
    };
    const auto has = [this, type](const Group& group, RelationshipId relationship) {
        const auto id = raw(relationship);
        const auto* ends = tables_.ends(group_of(id));
        if (ends == nullptr) return group.owner != mixed_owner;
        return ends->exists(row_of(id)) && (!type || ends->types[row_of(id)] == *type);
    };
    return scan_groups(tables_.groups(Entity::Relationship), position, out, owns, has);
}

bool LmdbSnapshot::exists(NodeId node) const { return tables_.exists(node); }

bool LmdbSnapshot::exists(RelationshipId relationship) const {
    return tables_.exists(relationship);
}

void LmdbSnapshot::has_label(std::span<const NodeId> nodes, LabelId label,
                             std::span<std::uint8_t> out) const {
    expect(nodes.size() == out.size(), "has_label has a place for each node");
    std::ranges::fill(out, std::uint8_t{0});
    if (raw(label) >= label_sets_of_.size()) return;
    const auto& sets = label_sets_of_[raw(label)];
    for (std::size_t at = 0; at < nodes.size(); ++at)
        if (const auto set = tables_.find_label_set(nodes[at])) out[at] = sets[raw(*set)];
}

LabelSet LmdbSnapshot::labels(NodeId node) const {
    const auto set = tables_.find_label_set(node);
    if (!set) throw_absent(node);
    return catalogue_.label_sets[raw(*set)];
}

Column LmdbSnapshot::gather(KeyId key, std::span<const NodeId> nodes) const {
    const auto* table = tables_.properties(Entity::Node, key);
    return table ? lmdb::gather(*table, nodes) : Column{Constant{Value{}, nodes.size()}};
}

Column LmdbSnapshot::gather(KeyId key, std::span<const RelationshipId> relationships) const {
    const auto* table = tables_.properties(Entity::Relationship, key);
    return table ? lmdb::gather(*table, relationships)
                 : Column{Constant{Value{}, relationships.size()}};
}

std::vector<PropertyValue> LmdbSnapshot::properties(Entity entity, std::uint32_t id) const {
    std::vector<PropertyValue> values;
    for (std::uint32_t key = 0; key < catalogue_.symbols.keys.all().size(); ++key) {
        const auto* table = tables_.properties(entity, KeyId{key});
        const auto* column = table ? table->find(group_of(id)) : nullptr;
        const auto item = column ? column->find_item(row_of(id)) : std::nullopt;
        if (item) values.push_back({KeyId{key}, column->value(*item)});
    }
    return values;
}

std::vector<PropertyValue> LmdbSnapshot::properties(NodeId node) const {
    if (!exists(node)) throw_absent(node);
    return properties(Entity::Node, raw(node));
}

std::vector<PropertyValue> LmdbSnapshot::properties(RelationshipId relationship) const {
    if (!exists(relationship)) throw_absent(relationship);
    return properties(Entity::Relationship, raw(relationship));
}

void LmdbSnapshot::expand(std::span<const NodeId> nodes, TypeId type, Direction direction,
                          std::span<AdjacencyList> out) const {
    expect(nodes.size() == out.size(), "expand has a place for each node");
    if (const auto* table = tables_.adjacency(type, direction)) return table->expand(nodes, out);
    std::ranges::fill(out, AdjacencyList{});
}

void LmdbSnapshot::ends(std::span<const RelationshipId> relationships,
                        std::span<RelationshipEnds> out) const {
    expect(relationships.size() == out.size(), "ends has a place for each relationship");
    const auto& groups = tables_.groups(Entity::Relationship);
    for (std::size_t at = 0; at < relationships.size(); ++at) {
        const auto id = raw(relationships[at]);
        expect(exists(relationships[at]), "ends is asked of relationships that exist");
        if (const auto* known = tables_.ends(group_of(id))) {
            out[at] = known->ends(row_of(id));
            continue;
        }
        const auto type = TypeId{groups[group_of(id)].owner};
        const auto* table = tables_.adjacency(type, Direction::Outgoing);
        if (!table) throw_damaged("a relationship has no source");
        out[at] = table->ends(relationships[at]);
        out[at].type = type;
    }
}

} // namespace lintas::lmdb
