#include "loaders/old_graph.h"

#include <fmt/format.h>

namespace lintas::loaders {
namespace {

struct KeyRule {
    std::string_view label;
    std::string_view property;
    std::string_view prefix;
};

// As ror_stage, cordis_stage, cordis_topics and country_nodes make their keys.
constexpr KeyRule key_rules[] = {
    {"Institution", "ror", "ror:"},     {"Institution", "pic", "pic:"},
    {"Company", "pic", "pic:"},         {"Project", "id", "project:"},
    {"Project", "rcn", "project-rcn:"}, {"Country", "iso2", "country:"},
    {"Region", "id", "region:"},        {"Challenge", "id", "challenge:"},
    {"Topic", "id", "topic:"},
};

std::string old_key_text(const Value& value) {
    if (value.is(ValueType::String)) return value.string();
    if (value.is(ValueType::Integer)) return std::to_string(value.integer());
    return "";
}

} // namespace

OldGraph::OldGraph(const Snapshot& snapshot) : snapshot_{snapshot} {
    for (const auto& rule : key_rules) add_keys(rule.label, rule.property, rule.prefix);
}

void OldGraph::add_keys(std::string_view label, std::string_view property,
                        std::string_view prefix) {
    if (!known_.insert(fmt::format("{}\n{}\n{}", label, property, prefix)).second) return;
    const auto& symbols = snapshot_.symbols();
    const auto key = symbols.keys.find(property);
    const auto wanted = label.empty() ? std::nullopt : symbols.labels.find(label);
    if (!key || (!label.empty() && !wanted)) return;
    ScanPosition position;
    Nodes nodes;
    while (snapshot_.scan(position, wanted, nodes)) {
        const auto values = snapshot_.gather(*key, nodes);
        for (std::size_t row = 0; row < nodes.size(); ++row) {
            const auto text = values.is_null(row) ? "" : old_key_text(values.value(row));
            if (!text.empty()) nodes_.try_emplace(std::string{prefix} + text, nodes[row]);
        }
        nodes.clear();
    }
}

std::optional<NodeId> OldGraph::find(std::string_view key) const {
    const auto found = nodes_.find(std::string{key});
    if (found == nodes_.end()) return std::nullopt;
    return found->second;
}

std::vector<OldRelationship> OldGraph::outgoing(NodeId node, std::string_view type) const {
    std::vector<OldRelationship> relationships;
    const auto id = snapshot_.symbols().types.find(type);
    if (!id) return relationships;
    AdjacencyList list;
    snapshot_.expand({&node, 1}, *id, Direction::Outgoing, {&list, 1});
    for (std::uint32_t i = 0; i < list.size; ++i) {
        relationships.push_back({list.relationship(i), list.neighbour(i)});
    }
    return relationships;
}

std::vector<NodeId> OldGraph::sources(NodeId node, std::string_view type) const {
    const auto id = snapshot_.symbols().types.find(type);
    if (!id) return {};
    AdjacencyList list;
    snapshot_.expand({&node, 1}, *id, Direction::Incoming, {&list, 1});
    return {list.neighbours, list.neighbours + list.size};
}

} // namespace lintas::loaders
