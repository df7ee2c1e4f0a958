#include "server/json/entity.h"

#include <span>

namespace lintas::server {

namespace {

Map named(const std::vector<PropertyValue>& properties, const Snapshot& graph) {
    Map map;
    for (const auto& [key, value] : properties) map.emplace(graph.symbols().keys.name(key), value);
    return map;
}

} // namespace

std::vector<std::string> label_names(NodeId node, const Snapshot& graph) {
    std::vector<std::string> names;
    for (const auto label : graph.labels(node)) names.push_back(graph.symbols().labels.name(label));
    return names;
}

Map properties_of(NodeId node, const Snapshot& graph) {
    return named(graph.properties(node), graph);
}

Map properties_of(RelationshipId relationship, const Snapshot& graph) {
    return named(graph.properties(relationship), graph);
}

RelationshipFace face_of(RelationshipId relationship, const Snapshot& graph) {
    RelationshipEnds ends;
    graph.ends(std::span{&relationship, 1}, std::span{&ends, 1});
    return {graph.symbols().types.name(ends.type), ends.source, ends.target};
}

List walk(const Path& path) {
    List entities{path.nodes.at(0)};
    for (std::size_t step = 0; step < path.relationships.size(); ++step) {
        entities.emplace_back(path.relationships[step]);
        entities.emplace_back(path.nodes.at(step + 1));
    }
    return entities;
}

} // namespace lintas::server
