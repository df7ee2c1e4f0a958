#include "tck/graph_state.h"

#include "tck/canonical_text.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace lintas::tck {

namespace {

void add_properties(const Snapshot& graph, const std::string& entity,
                    const std::vector<PropertyValue>& properties, GraphState& state) {
    for (const auto& [key, value] : properties)
        state.properties.insert(entity + " " + graph.symbols().keys.name(key) + " " +
                                canonical(value, graph, Lists::Ordered));
}

template <typename Set> std::uint64_t missing(const Set& from, const Set& in) {
    std::vector<typename Set::value_type> found;
    std::ranges::set_difference(from, in, std::back_inserter(found));
    return found.size();
}

} // namespace

GraphState state_of(const Snapshot& graph) {
    GraphState state;
    ScanPosition position;
    for (Nodes nodes; graph.scan(position, std::optional<LabelId>{}, nodes); nodes.clear())
        for (const auto node : nodes) {
            state.nodes.insert(raw(node));
            for (const auto label : graph.labels(node))
                state.labels.insert(graph.symbols().labels.name(label));
            add_properties(graph, element_id(node), graph.properties(node), state);
        }
    position = {};
    for (Relationships found; graph.scan(position, std::optional<TypeId>{}, found); found.clear())
        for (const auto relationship : found) {
            state.relationships.insert(raw(relationship));
            add_properties(graph, element_id(relationship), graph.properties(relationship), state);
        }
    return state;
}

std::map<std::string, std::uint64_t> side_effects(const GraphState& before,
                                                  const GraphState& after) {
    std::map<std::string, std::uint64_t> effects;
    const auto add = [&](const std::string& what, const auto& old_set, const auto& new_set) {
        if (const auto count = missing(new_set, old_set)) effects["+" + what] = count;
        if (const auto count = missing(old_set, new_set)) effects["-" + what] = count;
    };
    add("nodes", before.nodes, after.nodes);
    add("relationships", before.relationships, after.relationships);
    add("labels", before.labels, after.labels);
    add("properties", before.properties, after.properties);
    return effects;
}

} // namespace lintas::tck
