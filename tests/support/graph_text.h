// Everything that a snapshot shows, as one text: two snapshots with the same text show the same
// graph.
//
// Invariant: asks every question that a Snapshot answers, of every entity.
#pragma once

#include "graph/store.h"

#include <numeric>
#include <string>
#include <vector>

namespace lintas::testing {

class GraphText {
public:
    explicit GraphText(const Snapshot& snapshot) : snapshot_{snapshot} {}

    std::string all() {
        for (const auto& name : snapshot_.symbols().labels.all()) add("label", name);
        for (const auto& name : snapshot_.symbols().types.all()) add("type", name);
        for (const auto& name : snapshot_.symbols().keys.all()) add("key", name);
        add("version", std::to_string(snapshot_.version()));
        add("identity", snapshot_.identity());
        add_statistics();
        const auto nodes = scanned<NodeId>(std::optional<LabelId>{});
        const auto relationships = scanned<RelationshipId>(std::optional<TypeId>{});
        add_labels(nodes);
        add_properties(nodes);
        add_properties(relationships);
        add_ends(relationships);
        add_lists(nodes);
        return std::move(text_);
    }

private:
    void add(const std::string& what, const std::string& value) {
        text_ += what + ' ' + value + '\n';
    }
    static std::string to_text(const LabelSet& labels) {
        std::string text = "{";
        for (const auto label : labels) text += std::to_string(raw(label)) + ' ';
        return text + '}';
    }

    void add_statistics() {
        const auto& statistics = snapshot_.statistics();
        add("nodes", std::to_string(statistics.nodes));
        add("relationships", std::to_string(statistics.relationships));
        for (const auto& [labels, count] : statistics.nodes_of_label_set)
            add("nodes of " + to_text(labels), std::to_string(count));
        for (const auto& [type, count] : statistics.relationships_of_type)
            add("relationships of " + std::to_string(raw(type)), std::to_string(count));
        for (const auto& [triple, count] : statistics.relationships_of_triple) {
            const auto& [source, type, target] = triple;
            add(to_text(source) + std::to_string(raw(type)) + to_text(target),
                std::to_string(count));
        }
    }

    template <typename Id, typename Filter>
    std::vector<Id> scanned(std::optional<Filter> filter) const {
        std::vector<Id> ids;
        ScanPosition position;
        while (snapshot_.scan(position, filter, ids)) {
        }
        return ids;
    }

    void add_labels(const Nodes& nodes) {
        for (const auto node : nodes) add(element_id(node), to_text(snapshot_.labels(node)));
        for (std::uint32_t id = 0; id < snapshot_.symbols().labels.all().size(); ++id) {
            add("nodes with", std::to_string(id));
            for (const auto node : scanned<NodeId>(std::optional{LabelId{id}}))
                add("", element_id(node));
            std::vector<std::uint8_t> has(nodes.size());
            snapshot_.has_label(nodes, LabelId{id}, has);
            add("count", std::to_string(std::accumulate(has.begin(), has.end(), 0)));
        }
    }

    template <typename Id> void add_properties(const std::vector<Id>& ids) {
        for (std::uint32_t key = 0; key < snapshot_.symbols().keys.all().size(); ++key) {
            const auto column = snapshot_.gather(KeyId{key}, ids);
            add("column", std::to_string(key));
            for (std::size_t row = 0; row < column.size(); ++row)
                add("", lintas::to_text(column.value(row)));
        }
        for (const auto id : ids) {
            add("properties of", element_id(id));
            for (const auto& [key, value] : snapshot_.properties(id))
                add(std::to_string(raw(key)), lintas::to_text(value));
        }
    }

    void add_ends(const Relationships& relationships) {
        std::vector<RelationshipEnds> ends(relationships.size());
        snapshot_.ends(relationships, ends);
        for (std::size_t row = 0; row < ends.size(); ++row)
            add(element_id(relationships[row]), element_id(ends[row].source) + ' ' +
                                                    std::to_string(raw(ends[row].type)) + ' ' +
                                                    element_id(ends[row].target));
    }

    void add_lists(const Nodes& nodes) {
        for (std::uint32_t type = 0; type < snapshot_.symbols().types.all().size(); ++type)
            for (const auto direction : {Direction::Outgoing, Direction::Incoming}) {
                std::vector<AdjacencyList> lists(nodes.size());
                snapshot_.expand(nodes, TypeId{type}, direction, lists);
                add("lists of", std::to_string(type));
                for (const auto& list : lists) add_list(list);
            }
    }
    void add_list(const AdjacencyList& list) {
        for (std::uint32_t at = 0; at < list.size; ++at)
            text_ += element_id(list.neighbour(at)) + ' ' + element_id(list.relationship(at)) + ' ';
        text_ += '\n';
    }

    const Snapshot& snapshot_;
    std::string text_;
};

inline std::string graph_text(const Snapshot& snapshot) { return GraphText{snapshot}.all(); }

} // namespace lintas::testing
