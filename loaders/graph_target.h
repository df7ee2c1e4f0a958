// The nodes and relationships of files that hold one graph (edge lists, Pajek, GML, GraphML),
// gathered until all of them are read.
//
// Invariant: a key stands for one node. Nodes and relationships keep the order in which they came.
// Where a store has data, nodes are found again by their label and the property `identity`,
// relationships by their type and ends, parallel ones by their order.
#pragma once

#include "loaders/loading.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lintas::loaders {

class GraphTarget {
public:
    using Node = std::uint32_t;

    // `identity`: the property that holds what a node is known by.
    GraphTarget(const Loading& loading, std::string identity);

    // The node of that label and identity (an integer or a text), made on first use.
    Node node(std::string_view label, const Value& identity);
    // The node, if there is one already.
    std::optional<Node> find(std::string_view label, const Value& identity) const;
    // Null is no property.
    void set(Node node, std::string_view property, Value value);
    void relate(std::string_view type, Node from, Node to,
                const std::vector<std::pair<std::string, Value>>& properties);

    std::size_t nodes() const { return identities_.size(); }
    std::size_t relationships() const { return relationships_; }

    // Adds all of it to the load. Comes last.
    void finish();

private:
    using Columns = std::map<std::string, Boxed, std::less<>>;
    struct Type {
        std::vector<Node> from;
        std::vector<Node> to;
        Columns properties; // shorter where the last relationships have none
    };
    struct Label {
        std::vector<Node> nodes;
        Columns properties; // by place in `nodes`
    };

    void finish_directly();
    void finish_through_staging();
    std::vector<PropertyColumn> columns(const Columns& properties, std::size_t begin,
                                        std::size_t count) const;
    void add_nodes(const std::string& name, const Label& label, Nodes& ids) const;

    const Loading& loading_;
    std::string identity_;
    std::unordered_map<std::string, Node> known_; // by label and identity
    std::vector<Value> identities_;
    std::vector<std::pair<std::string, std::uint32_t>> places_; // label, and place in it
    std::map<std::string, Label, std::less<>> labels_;
    std::map<std::string, Type, std::less<>> types_;
    std::size_t relationships_ = 0;
};

// The label and the type that files without such words get, if the options do not name them.
std::string label_or(const LoadOptions& options, std::string_view otherwise);
std::string type_or(const LoadOptions& options, std::string_view otherwise);
inline constexpr std::string_view usual_label = "Node";
inline constexpr std::string_view usual_type = "LINKED_TO";

// The text as the number that it is, or as it stands.
Value number_or_text(std::string_view text);

} // namespace lintas::loaders
