#include "graph/index/labelled_entities.h"

#include <algorithm>
#include <optional>

namespace lintas {

namespace {

template <typename Id> std::vector<Id> ids_of(std::span<const std::uint32_t> entities) {
    std::vector<Id> ids(entities.size());
    std::ranges::transform(entities, ids.begin(), [](std::uint32_t number) { return Id{number}; });
    return ids;
}

template <typename Id> void numbers_of(const std::vector<Id>& ids, EntityNumbers& out) {
    out.resize(ids.size());
    std::ranges::transform(ids, out.begin(), [](Id id) { return raw(id); });
}

} // namespace

std::uint64_t LabelledEntities::count() const {
    const auto& symbols = graph_.symbols();
    const auto& statistics = graph_.statistics();
    std::uint64_t found = 0;
    for (const auto& label : labels_) {
        if (entity_ == EntityKind::Node) {
            const auto id = symbols.labels.find(label);
            found += id ? statistics.node_count(*id) : 0;
        } else {
            const auto id = symbols.types.find(label);
            found += id ? statistics.relationship_count({}, id, {}) : 0;
        }
    }
    return found;
}

bool LabelledEntities::scan_label(std::size_t label, ScanPosition& position,
                                  EntityNumbers& out) const {
    if (entity_ == EntityKind::Node) {
        const auto id = graph_.symbols().labels.find(labels_[label]);
        Nodes nodes;
        if (!id || !graph_.scan(position, id, nodes)) return false;
        numbers_of(nodes, out);
        return true;
    }
    const auto id = graph_.symbols().types.find(labels_[label]);
    Relationships relationships;
    if (!id || !graph_.scan(position, id, relationships)) return false;
    numbers_of(relationships, out);
    return true;
}

bool LabelledEntities::scan(Position& position, EntityNumbers& out) const {
    out.clear();
    while (position.label < labels_.size()) {
        if (!scan_label(position.label, position.scan, out)) {
            ++position.label;
            position.scan = {};
            continue;
        }
        drop_seen(position.label, out);
        if (!out.empty()) return true;
    }
    return false;
}

// Those that have one of the first labels were given with that label.
void LabelledEntities::drop_seen(std::size_t labels, EntityNumbers& entities) const {
    if (labels == 0) return;
    std::vector<std::uint8_t> seen(entities.size());
    for (std::size_t label = 0; label < labels; ++label) mark_members(label, entities, seen);
    std::size_t to = 0;
    for (std::size_t at = 0; at < entities.size(); ++at)
        if (seen[at] == 0) entities[to++] = entities[at];
    entities.resize(to);
}

void LabelledEntities::mark_members(std::size_t label, std::span<const std::uint32_t> entities,
                                    std::vector<std::uint8_t>& marks) const {
    if (entity_ == EntityKind::Node) {
        const auto id = graph_.symbols().labels.find(labels_[label]);
        if (!id) return;
        std::vector<std::uint8_t> has(entities.size());
        graph_.has_label(ids_of<NodeId>(entities), *id, has);
        for (std::size_t at = 0; at < has.size(); ++at) marks[at] |= has[at];
        return;
    }
    const auto id = graph_.symbols().types.find(labels_[label]);
    if (!id) return;
    for (std::size_t at = 0; at < entities.size(); ++at) {
        const RelationshipId relationship{entities[at]};
        if (!graph_.exists(relationship)) continue;
        RelationshipEnds ends;
        graph_.ends({&relationship, 1}, {&ends, 1});
        if (ends.type == *id) marks[at] = 1;
    }
}

std::vector<std::uint8_t>
LabelledEntities::are_members(std::span<const std::uint32_t> entities) const {
    std::vector<std::uint8_t> marks(entities.size());
    for (std::size_t label = 0; label < labels_.size(); ++label)
        mark_members(label, entities, marks);
    return marks;
}

Column LabelledEntities::gather(const std::string& key,
                                std::span<const std::uint32_t> entities) const {
    const auto id = graph_.symbols().keys.find(key);
    if (!id) return Column{Constant{Value{}, entities.size()}};
    if (entity_ == EntityKind::Node) return graph_.gather(*id, ids_of<NodeId>(entities));
    return graph_.gather(*id, ids_of<RelationshipId>(entities));
}

EntityNumbers touched_numbers(const Touched& touched, EntityKind entity) {
    EntityNumbers numbers;
    if (entity == EntityKind::Node)
        numbers_of(touched.nodes, numbers);
    else
        numbers_of(touched.relationships, numbers);
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

} // namespace lintas
