// Nodes and relationships in memory, found again by their keys while several sources speak of the
// same things; flushed to a bulk load in the end. What a store holds already is pulled in where a
// source names it again.
//
// Invariant: a key stands for one node. Two relationships of one type differ in their identity
// (see identity.h). What is set later replaces what was set before.
#pragma once

#include "graph/bulk_load.h"
#include "graph/store.h"
#include "graph/symbols.h"
#include "graph/value.h"
#include "loaders/old_graph.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lintas::loaders {

enum class StagedNode : std::uint32_t {};
enum class StagedRelationship : std::uint32_t {};

struct NamedValue {
    std::string_view name;
    Value value;
};

// The properties of one staged entity, in the order in which they were first set.
class StagedProperties {
public:
    // nullptr if it is not set.
    const Value* find(KeyId key) const;
    // Null removes.
    void set(KeyId key, Value value);
    std::span<const std::pair<KeyId, Value>> all() const { return values_; }

private:
    std::vector<std::pair<KeyId, Value>> values_;
};

class Staging {
public:
    // `old`, if there is one, outlives this.
    explicit Staging(const Snapshot* old = nullptr);

    // What the store holds already, or nullptr.
    OldGraph* old() { return old_.get(); }

    // The node that the key stands for, made on first use.
    StagedNode node(std::string_view key);
    // A node that no key stands for.
    StagedNode new_node();
    std::optional<StagedNode> find(std::string_view key);
    // A further key of the node. If it stood for another node, the two become one: `node`, with
    // what only the other one had.
    void add_key(StagedNode node, std::string_view key);

    void add_label(StagedNode node, std::string_view label);
    void remove_label(StagedNode node, std::string_view label);
    bool has_label(StagedNode node, std::string_view label) const;
    void set(StagedNode node, std::string_view property, Value value);
    // Null if it is not set.
    Value get(StagedNode node, std::string_view property) const;

    // The relationship with these ends and properties: one of the same identity is brought up to
    // date, otherwise a new one is made. Relationships that are truly parallel are told apart by
    // their number, from 0.
    StagedRelationship relate(std::string_view type, StagedNode from, StagedNode to,
                              std::span<const NamedValue> properties, std::uint32_t number = 0);
    // Takes away the relationship of that identity, if there is one.
    void unrelate(std::string_view type, StagedNode from, StagedNode to);
    // Had the old graph relationships of the type that begin at the node?
    bool had(StagedNode from, std::string_view type) const;
    // Null if it is not set.
    Value get(StagedRelationship relationship, std::string_view property) const;
    // Where it begins and ends.
    std::pair<StagedNode, StagedNode> ends(StagedRelationship relationship) const;

    // Adds everything to `target`, and what the old graph has besides. The target is not finished.
    void flush(BulkLoad& target) const;

private:
    struct Node {
        LabelSet labels;
        StagedProperties properties;
        StagedNode same_as{}; // the node that it became; itself if it is still there
        std::optional<NodeId> old;
    };
    struct Relationship {
        TypeId type{};
        StagedNode from{};
        StagedNode to{};
        StagedProperties properties;
        std::optional<RelationshipId> old;
        bool is_removed = false;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    template <typename Number>
    using ByKey = std::unordered_map<std::string, Number, TextHash, std::equal_to<>>;

    friend class StagingFlush;
    friend class StagingChange;

    Node& at(StagedNode node);
    const Node& at(StagedNode node) const;
    // The node that it is now.
    StagedNode resolve(StagedNode node) const;
    void merge(StagedNode into, StagedNode other);
    std::string identity(const Relationship& relationship) const;
    // Brings a node of the old graph in, with all that it has.
    StagedNode pull(NodeId old);
    // Brings in all relationships of the type that begin at the node.
    void pull(StagedNode from, TypeId type);
    // Brings in all relationships that begin or end at the node.
    void pull_all(StagedNode node);
    void pull_properties(StagedProperties& properties, std::span<const PropertyValue> old);

    Symbols symbols_;
    std::vector<Node> nodes_;
    std::vector<Relationship> relationships_;
    ByKey<StagedNode> nodes_of_key_;
    ByKey<StagedRelationship> relationships_of_identity_;
    bool has_merged_ = false;
    std::unique_ptr<OldGraph> old_;
    std::unordered_map<NodeId, StagedNode> pulled_;
    std::set<std::pair<StagedNode, TypeId>> pulled_types_;
};

} // namespace lintas::loaders
