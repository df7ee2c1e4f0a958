#include "graph/memory_graph.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas {

namespace {

// Where a relationship stands, or would stand, in the sorted lists.
std::size_t place(const MemoryAdjacency& adjacency, NodeId neighbour, RelationshipId relationship) {
    const auto& [neighbours, relationships] = adjacency;
    const auto [begin, end] = std::equal_range(neighbours.begin(), neighbours.end(), neighbour);
    const auto first = relationships.begin() + (begin - neighbours.begin());
    const auto found = std::lower_bound(first, first + (end - begin), relationship);
    return static_cast<std::size_t>(found - relationships.begin());
}

void insert(MemoryAdjacency& adjacency, NodeId neighbour, RelationshipId relationship) {
    const auto at = static_cast<std::ptrdiff_t>(place(adjacency, neighbour, relationship));
    adjacency.neighbours.insert(adjacency.neighbours.begin() + at, neighbour);
    adjacency.relationships.insert(adjacency.relationships.begin() + at, relationship);
}

void erase(MemoryAdjacency& adjacency, NodeId neighbour, RelationshipId relationship) {
    const auto at = static_cast<std::ptrdiff_t>(place(adjacency, neighbour, relationship));
    adjacency.neighbours.erase(adjacency.neighbours.begin() + at);
    adjacency.relationships.erase(adjacency.relationships.begin() + at);
}

bool is_connected(const std::map<TypeId, MemoryAdjacency>& adjacencies) {
    return std::ranges::any_of(
        adjacencies, [](const auto& of_type) { return !of_type.second.neighbours.empty(); });
}

} // namespace

bool MemoryGraph::exists(NodeId node) const {
    return raw(node) < nodes_.size() && nodes_[raw(node)].exists;
}

bool MemoryGraph::exists(RelationshipId relationship) const {
    return raw(relationship) < relationships_.size() && relationships_[raw(relationship)].exists;
}

const MemoryNode& MemoryGraph::at(NodeId node) const {
    if (exists(node)) return nodes_[raw(node)];
    throw Error{ErrorCode::EntityNotFound,
                fmt::format("Node `{}` does not exist", element_id(node))};
}

const MemoryRelationship& MemoryGraph::at(RelationshipId relationship) const {
    if (exists(relationship)) return relationships_[raw(relationship)];
    throw Error{ErrorCode::EntityNotFound,
                fmt::format("Relationship `{}` does not exist", element_id(relationship))};
}

MemoryNode& MemoryGraph::change(NodeId node) {
    at(node);
    return nodes_.change(raw(node));
}

MemoryRelationship& MemoryGraph::change(RelationshipId relationship) {
    at(relationship);
    return relationships_.change(raw(relationship));
}

NodeId MemoryGraph::add_node(std::span<const LabelId> labels) {
    MemoryNode node;
    node.labels.assign(labels.begin(), labels.end());
    std::ranges::sort(node.labels);
    node.labels.erase(std::unique(node.labels.begin(), node.labels.end()), node.labels.end());
    nodes_.add(std::move(node));
    return NodeId{static_cast<std::uint32_t>(nodes_.size() - 1)};
}

RelationshipId MemoryGraph::add_relationship(RelationshipEnds ends) {
    at(ends.source);
    at(ends.target);
    const auto id = RelationshipId{static_cast<std::uint32_t>(relationships_.size())};
    relationships_.add({true, ends, {}});
    insert(change(ends.source).outgoing[ends.type], ends.target, id);
    insert(change(ends.target).incoming[ends.type], ends.source, id);
    return id;
}

void MemoryGraph::remove(RelationshipId relationship) {
    auto& record = change(relationship);
    const auto [source, target, type] = record.ends;
    record.exists = false;
    record.properties.clear();
    erase(change(source).outgoing.at(type), target, relationship);
    erase(change(target).incoming.at(type), source, relationship);
}

void MemoryGraph::remove(NodeId node) {
    auto& record = change(node);
    if (is_connected(record.outgoing) || is_connected(record.incoming)) {
        throw Error{ErrorCode::ConstraintVerification, ErrorDetail::DeleteConnectedNode,
                    fmt::format("Node `{}` still has relationships; delete them first, or use "
                                "`DETACH DELETE`",
                                element_id(node))};
    }
    record = MemoryNode{};
    record.exists = false;
}

Statistics MemoryGraph::count() const {
    Statistics counts;
    for (std::size_t at = 0; at < nodes_.size(); ++at) {
        if (!nodes_[at].exists) continue;
        ++counts.nodes;
        ++counts.nodes_of_label_set[nodes_[at].labels];
    }
    for (std::size_t at = 0; at < relationships_.size(); ++at) {
        const auto& [exists, ends, properties] = relationships_[at];
        if (!exists) continue;
        ++counts.relationships;
        ++counts.relationships_of_type[ends.type];
        ++counts.relationships_of_triple[{nodes_[raw(ends.source)].labels, ends.type,
                                          nodes_[raw(ends.target)].labels}];
    }
    return counts;
}

} // namespace lintas
