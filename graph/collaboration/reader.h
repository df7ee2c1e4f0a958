// Reads what the analyses need from a snapshot, by names that the graph may lack: a label, a type
// or a property that nobody has gives nothing, or nulls.
//
// Invariant: nodes and relationships come in ascending order of id. What is for fewer people than
// the reader's tier is not there: neither it nor what leads to it comes.
#pragma once

#include "graph/collaboration/tier.h"
#include "graph/store.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::collaboration {

class Reader {
public:
    explicit Reader(const Snapshot& snapshot, Tier tier = Tier::Restricted)
        : snapshot_{snapshot}, tier_{tier} {}

    const Snapshot& snapshot() const { return snapshot_; }
    Tier tier() const { return tier_; }

    Nodes nodes(std::string_view label) const;
    // 1 for each of `nodes` that has the label.
    std::vector<std::uint8_t> have_label(std::span<const NodeId> nodes,
                                         std::string_view label) const;
    Relationships relationships(std::string_view type) const;
    std::vector<RelationshipEnds> ends(std::span<const RelationshipId> relationships) const;

    // A property of many entities; a column of nulls where no entity has it.
    Column values(std::string_view key, std::span<const NodeId> nodes) const;
    Column values(std::string_view key, std::span<const RelationshipId> relationships) const;
    Value value(std::string_view key, NodeId node) const;
    // The text of a property, empty where it is none.
    std::string text(std::string_view key, NodeId node) const;
    // The first of these properties that the node has as a text.
    std::string first_text(std::span<const std::string_view> keys, NodeId node) const;

    // Calls `visit(row, neighbour, relationship)` for the relationships of nodes[row].
    void expand(std::span<const NodeId> nodes, std::string_view type, Direction direction,
                const std::function<void(std::size_t, NodeId, RelationshipId)>& visit) const;

private:
    // 1 for each entity that may be shown.
    template <typename Id> std::vector<std::uint8_t> are_shown(std::span<const Id> entities) const;
    template <typename Id> void keep_shown(std::vector<Id>& entities) const;
    bool hides() const;

    const Snapshot& snapshot_;
    Tier tier_;
};

// The text by which people know a node: its iso2, id, code, ror or pic, or else its element id.
std::string known_as(const Reader& reader, NodeId node);
// The same of many nodes.
std::vector<std::string> known_as(const Reader& reader, std::span<const NodeId> nodes);
// Its name, title or display name, or else what known_as() gives.
std::string name_of(const Reader& reader, NodeId node);

} // namespace lintas::collaboration
