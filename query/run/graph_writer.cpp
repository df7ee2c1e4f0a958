#include "query/run/graph_writer.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <array>

namespace lintas::query {

namespace {

[[noreturn]] void not_an_entity(std::string_view what, const Value& value) {
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                fmt::format("{} needs a node or a relationship, not {}", what, name(value.type()))};
}

NodeId end_of(const Value& node) {
    if (node.is(ValueType::Node)) return node.node();
    if (node.is_null())
        throw Error{ErrorCode::EntityNotFound,
                    "A relationship needs two nodes, but one of its ends is null"};
    throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                fmt::format("A relationship needs two nodes, not {}", name(node.type()))};
}

} // namespace

GraphWriter::GraphWriter(RunContext& context)
    : transaction_{context.transaction()}, changes_{context.changes()} {}

NodeId GraphWriter::create_node(const std::vector<LabelId>& labels) {
    const auto node = transaction_.create_node(labels);
    ++changes_.nodes_created;
    changes_.labels_added += labels.size();
    return node;
}

RelationshipId GraphWriter::create_relationship(const Value& source, TypeId type,
                                                const Value& target) {
    const auto relationship =
        transaction_.create_relationship(end_of(source), type, end_of(target));
    ++changes_.relationships_created;
    return relationship;
}

template <typename Id>
void GraphWriter::set(Id entity, const std::string& key, const Value& value) {
    transaction_.set_property(entity, transaction_.key(key), value);
    ++changes_.properties_set;
}

template <typename Id> void GraphWriter::add_properties(Id entity, const Value& properties) {
    if (properties.is_null()) return;
    if (!properties.is(ValueType::Map))
        throw Error{
            ErrorCode::Type, ErrorDetail::InvalidArgumentType,
            fmt::format("Properties are given by a map, not by {}", name(properties.type()))};
    for (const auto& [key, value] : properties.map())
        if (!value.is_null()) set(entity, key, value);
}

template void GraphWriter::add_properties(NodeId, const Value&);
template void GraphWriter::add_properties(RelationshipId, const Value&);

void GraphWriter::set_property(const Value& entity, const Value& key, const Value& value) {
    if (entity.is_null()) return;
    if (!key.is(ValueType::String))
        throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                    fmt::format("A property's key is a string, not {}", name(key.type()))};
    if (entity.is(ValueType::Node))
        set(entity.node(), key.string(), value);
    else if (entity.is(ValueType::Relationship))
        set(entity.relationship(), key.string(), value);
    else
        not_an_entity("`SET`", entity);
}

Map GraphWriter::properties_of(const Value& value) const {
    if (value.is(ValueType::Map)) return value.map();
    std::vector<PropertyValue> properties;
    if (value.is(ValueType::Node))
        properties = transaction_.properties(value.node());
    else if (value.is(ValueType::Relationship))
        properties = transaction_.properties(value.relationship());
    else
        throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                    fmt::format("Properties are set from a map, a node or a relationship, not "
                                "from {}",
                                name(value.type()))};
    Map map;
    for (auto& [key, held] : properties)
        map.emplace(transaction_.symbols().keys.name(key), std::move(held));
    return map;
}

template <typename Id> void GraphWriter::replace(Id entity, const Map& map, bool add) {
    if (!add)
        for (const auto& [key, value] : transaction_.properties(entity))
            if (!map.contains(transaction_.symbols().keys.name(key)))
                set(entity, std::string{transaction_.symbols().keys.name(key)}, Value{});
    for (const auto& [key, value] : map) set(entity, key, value);
}

void GraphWriter::set_properties(const Value& entity, const Value& value, bool add) {
    if (entity.is_null()) return;
    const auto map = value.is_null() ? Map{} : properties_of(value);
    if (entity.is(ValueType::Node))
        replace(entity.node(), map, add);
    else if (entity.is(ValueType::Relationship))
        replace(entity.relationship(), map, add);
    else
        not_an_entity("`SET`", entity);
}

void GraphWriter::change_labels(const Value& node, const std::vector<std::string>& labels,
                                bool remove) {
    if (node.is_null()) return;
    if (!node.is(ValueType::Node))
        throw Error{ErrorCode::Type, ErrorDetail::InvalidArgumentType,
                    fmt::format("Labels belong to nodes, not to {}", name(node.type()))};
    for (const auto& text : labels) {
        const auto label = transaction_.label(text);
        const std::array<NodeId, 1> nodes{node.node()};
        std::array<std::uint8_t, 1> has{};
        transaction_.has_label(nodes, label, has);
        if ((has[0] != 0) != remove) continue;
        if (remove) {
            transaction_.remove_label(node.node(), label);
            ++changes_.labels_removed;
        } else {
            transaction_.add_label(node.node(), label);
            ++changes_.labels_added;
        }
    }
}

void GraphWriter::delete_relationship(RelationshipId relationship) {
    if (!transaction_.exists(relationship)) return;
    transaction_.delete_relationship(relationship);
    ++changes_.relationships_deleted;
}

void GraphWriter::detach(NodeId node) {
    if (!transaction_.exists(node)) return;
    std::vector<RelationshipId> found;
    const std::array<NodeId, 1> nodes{node};
    for (std::uint32_t type = 0; type < transaction_.symbols().types.all().size(); ++type)
        for (const auto direction : {Direction::Outgoing, Direction::Incoming}) {
            std::array<AdjacencyList, 1> lists;
            transaction_.expand(nodes, TypeId{type}, direction, lists);
            for (std::uint32_t i = 0; i < lists[0].size; ++i)
                found.push_back(lists[0].relationship(i));
        }
    for (const auto relationship : found) delete_relationship(relationship);
}

void GraphWriter::delete_node(NodeId node) {
    if (!transaction_.exists(node)) return;
    transaction_.delete_node(node);
    ++changes_.nodes_deleted;
}

} // namespace lintas::query
