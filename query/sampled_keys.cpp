#include "query/sampled_keys.h"

namespace lintas::query {

namespace {

constexpr std::size_t looked_at = 100;

template <typename Ids, typename Kind>
std::set<std::string> keys_of(const Snapshot& graph, std::optional<Kind> kind) {
    std::set<std::string> keys;
    if (!kind) return keys;
    ScanPosition position;
    Ids ids;
    graph.scan(position, kind, ids);
    if (ids.size() > looked_at) ids.resize(looked_at);
    for (const auto id : ids)
        for (const auto& property : graph.properties(id))
            keys.insert(graph.symbols().keys.name(property.key));
    return keys;
}

} // namespace

std::set<std::string> sampled_keys_of_label(const Snapshot& graph, std::string_view label) {
    return keys_of<Nodes>(graph, graph.symbols().labels.find(label));
}

std::set<std::string> sampled_keys_of_type(const Snapshot& graph, std::string_view type) {
    return keys_of<Relationships>(graph, graph.symbols().types.find(type));
}

} // namespace lintas::query
