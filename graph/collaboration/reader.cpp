#include "graph/collaboration/reader.h"

#include <algorithm>

namespace lintas::collaboration {

bool Reader::hides() const {
    return tier_ != Tier::Restricted && snapshot_.symbols().keys.find("tier");
}

template <typename Id>
std::vector<std::uint8_t> Reader::are_shown(std::span<const Id> entities) const {
    std::vector<std::uint8_t> shown(entities.size(), 1);
    const auto tiers = values("tier", entities);
    for (std::size_t row = 0; row < entities.size(); ++row)
        if (!tiers.is_null(row)) shown[row] = tier_of(tiers.value(row)) <= tier_ ? 1 : 0;
    return shown;
}

template <typename Id> void Reader::keep_shown(std::vector<Id>& entities) const {
    if (!hides()) return;
    const auto shown = are_shown(std::span<const Id>{entities});
    std::size_t kept = 0;
    for (std::size_t row = 0; row < entities.size(); ++row)
        if (shown[row] != 0) entities[kept++] = entities[row];
    entities.resize(kept);
}

Nodes Reader::nodes(std::string_view label) const {
    Nodes found;
    const auto id = snapshot_.symbols().labels.find(label);
    if (!id) return found;
    for (ScanPosition position; snapshot_.scan(position, id, found);) {
    }
    keep_shown(found);
    return found;
}

std::vector<std::uint8_t> Reader::have_label(std::span<const NodeId> nodes,
                                             std::string_view label) const {
    std::vector<std::uint8_t> has(nodes.size());
    if (const auto id = snapshot_.symbols().labels.find(label))
        snapshot_.has_label(nodes, *id, has);
    return has;
}

Relationships Reader::relationships(std::string_view type) const {
    Relationships found;
    const auto id = snapshot_.symbols().types.find(type);
    if (!id) return found;
    for (ScanPosition position; snapshot_.scan(position, id, found);) {
    }
    keep_shown(found);
    return found;
}

std::vector<RelationshipEnds> Reader::ends(std::span<const RelationshipId> relationships) const {
    std::vector<RelationshipEnds> found(relationships.size());
    snapshot_.ends(relationships, found);
    return found;
}

Column Reader::values(std::string_view key, std::span<const NodeId> nodes) const {
    const auto id = snapshot_.symbols().keys.find(key);
    return id ? snapshot_.gather(*id, nodes) : Column{Constant{Value{}, nodes.size()}};
}

Column Reader::values(std::string_view key, std::span<const RelationshipId> relationships) const {
    const auto id = snapshot_.symbols().keys.find(key);
    return id ? snapshot_.gather(*id, relationships)
              : Column{Constant{Value{}, relationships.size()}};
}

Value Reader::value(std::string_view key, NodeId node) const {
    return values(key, std::span{&node, 1}).value(0);
}

std::string Reader::text(std::string_view key, NodeId node) const {
    const auto found = value(key, node);
    return found.is(ValueType::String) ? found.string() : std::string{};
}

std::string Reader::first_text(std::span<const std::string_view> keys, NodeId node) const {
    for (const auto key : keys)
        if (auto found = text(key, node); !found.empty()) return found;
    return {};
}

void Reader::expand(std::span<const NodeId> nodes, std::string_view type, Direction direction,
                    const std::function<void(std::size_t, NodeId, RelationshipId)>& visit) const {
    const auto id = snapshot_.symbols().types.find(type);
    if (!id) return;
    const auto has_hidden = hides();
    std::vector<AdjacencyList> lists;
    Nodes neighbours;
    Relationships relationships;
    for (std::size_t begin = 0; begin < nodes.size(); begin += batch_rows) {
        const auto batch = nodes.subspan(begin, std::min(batch_rows, nodes.size() - begin));
        lists.assign(batch.size(), {});
        snapshot_.expand(batch, *id, direction, lists);
        neighbours.clear();
        relationships.clear();
        for (const auto& list : lists)
            for (std::uint32_t at = 0; has_hidden && at < list.size; ++at) {
                neighbours.push_back(list.neighbour(at));
                relationships.push_back(list.relationship(at));
            }
        const auto nodes_shown = are_shown(std::span<const NodeId>{neighbours});
        const auto ties_shown = are_shown(std::span<const RelationshipId>{relationships});
        std::size_t place = 0;
        for (std::size_t row = 0; row < batch.size(); ++row)
            for (std::uint32_t at = 0; at < lists[row].size; ++at, ++place)
                if (!has_hidden || (nodes_shown[place] != 0 && ties_shown[place] != 0))
                    visit(begin + row, lists[row].neighbour(at), lists[row].relationship(at));
    }
}

std::string known_as(const Reader& reader, NodeId node) {
    return known_as(reader, std::span{&node, 1}).front();
}

std::vector<std::string> known_as(const Reader& reader, std::span<const NodeId> nodes) {
    constexpr std::string_view keys[] = {"iso2", "id", "code", "ror", "pic", "orcid"};
    std::vector<std::string> found(nodes.size());
    for (const auto key : keys) {
        const auto column = reader.values(key, nodes);
        for (std::size_t row = 0; row < nodes.size(); ++row) {
            if (!found[row].empty() || column.is_null(row)) continue;
            const auto value = column.value(row);
            if (value.is(ValueType::String)) found[row] = value.string();
            if (value.is(ValueType::Integer)) found[row] = std::to_string(value.integer());
        }
    }
    for (std::size_t row = 0; row < nodes.size(); ++row)
        if (found[row].empty()) found[row] = element_id(nodes[row]);
    return found;
}

std::string name_of(const Reader& reader, NodeId node) {
    constexpr std::string_view keys[] = {"name", "title", "displayName"};
    auto found = reader.first_text(keys, node);
    return found.empty() ? known_as(reader, node) : found;
}

} // namespace lintas::collaboration
