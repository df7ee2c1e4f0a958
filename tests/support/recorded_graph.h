// A bulk load that keeps what it is given as plain records, for tests of what adds to it.
//
// Invariant: nodes and relationships are in the order in which they were added; null properties
// are left out.
#pragma once

#include "graph/bulk_load.h"
#include "graph/symbols.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace lintas::testing {

using RecordedProperties = std::map<std::string, Value>;

struct RecordedNode {
    std::set<std::string> labels;
    RecordedProperties properties;

    // Null if there is none.
    Value operator[](const std::string& key) const {
        const auto found = properties.find(key);
        return found == properties.end() ? Value{} : found->second;
    }
};

struct RecordedRelationship {
    std::string type;
    std::size_t source = 0; // position among the nodes
    std::size_t target = 0;
    RecordedProperties properties;

    Value operator[](const std::string& key) const {
        const auto found = properties.find(key);
        return found == properties.end() ? Value{} : found->second;
    }
};

class RecordedGraph final : public BulkLoad {
public:
    std::vector<RecordedNode> nodes;
    std::vector<RecordedRelationship> relationships;
    Schema schema;
    bool is_finished = false;

    LabelId label(std::string_view name) override { return symbols_.labels.add(name); }
    TypeId type(std::string_view name) override { return symbols_.types.add(name); }
    KeyId key(std::string_view name) override { return symbols_.keys.add(name); }

    void set_inspection(Inspect) override {}
    void add_nodes(const LabelSet& labels, std::size_t rows,
                   std::span<const PropertyColumn> properties, Nodes& out) override {
        check_sizes(properties, rows);
        std::set<std::string> names;
        for (const auto label : labels) names.insert(symbols_.labels.name(label));
        REQUIRE(names.size() == labels.size());
        for (std::size_t row = 0; row < rows; ++row) {
            out.push_back(NodeId{static_cast<std::uint32_t>(nodes.size())});
            nodes.push_back({names, record(properties, row)});
        }
    }
    void add_relationships(TypeId type, std::span<const NodeId> sources,
                           std::span<const NodeId> targets,
                           std::span<const PropertyColumn> properties) override {
        REQUIRE(sources.size() == targets.size());
        check_sizes(properties, sources.size());
        for (const auto ends : {sources, targets}) {
            REQUIRE(std::ranges::all_of(ends, [&](NodeId end) { return raw(end) < nodes.size(); }));
        }
        for (std::size_t row = 0; row < sources.size(); ++row) {
            relationships.push_back({symbols_.types.name(type), raw(sources[row]),
                                     raw(targets[row]), record(properties, row)});
        }
    }
    void set_schema(Schema wanted) override { schema = std::move(wanted); }
    void finish() override { is_finished = true; }

    // The nodes with the label, in order.
    std::vector<const RecordedNode*> with_label(const std::string& label) const {
        std::vector<const RecordedNode*> found;
        for (const auto& node : nodes) {
            if (node.labels.contains(label)) found.push_back(&node);
        }
        return found;
    }
    // The node with that property. REQUIRES: there is exactly one.
    const RecordedNode& node(const std::string& key, const std::string& text) const {
        const RecordedNode* found = nullptr;
        for (const auto& node : nodes) {
            const auto value = node[key];
            if (!value.is(ValueType::String) || value.string() != text) continue;
            INFO(key << " " << text);
            REQUIRE(found == nullptr);
            found = &node;
        }
        INFO(key << " " << text);
        REQUIRE(found != nullptr);
        return *found;
    }
    std::vector<const RecordedRelationship*> of_type(const std::string& type) const {
        std::vector<const RecordedRelationship*> found;
        for (const auto& relationship : relationships) {
            if (relationship.type == type) found.push_back(&relationship);
        }
        return found;
    }
    // Those of a type that begin at the node.
    std::vector<const RecordedRelationship*> from(const RecordedNode& node,
                                                  const std::string& type) const {
        std::vector<const RecordedRelationship*> found;
        const auto at = static_cast<std::size_t>(&node - nodes.data());
        for (const auto* relationship : of_type(type)) {
            if (relationship->source == at) found.push_back(relationship);
        }
        return found;
    }

private:
    static void check_sizes(std::span<const PropertyColumn> properties, std::size_t rows) {
        for (const auto& property : properties) REQUIRE(property.column.size() == rows);
    }
    RecordedProperties record(std::span<const PropertyColumn> properties, std::size_t row) const {
        RecordedProperties recorded;
        for (const auto& [key, column] : properties) {
            if (!column.is_null(row)) {
                recorded.emplace(symbols_.keys.name(key), column.value(row));
            }
        }
        return recorded;
    }

    Symbols symbols_;
};

} // namespace lintas::testing
