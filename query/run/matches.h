// The matches that an expanding operator has collected for its next batch.
//
// Invariant: the three vectors have the same size: input row, relationship and far end of a match.
#pragma once

#include "graph/store.h"
#include "query/run/batch.h"
#include "query/run/used_relationships.h"

#include <optional>
#include <string>

namespace lintas::query {

struct Matches {
    RowNumbers rows;
    Relationships relationships;
    Nodes ends;

    std::size_t size() const { return rows.size(); }
    void clear();
    void add(std::uint32_t row, RelationshipId relationship, NodeId end);
    // Adds the list's entries [first, last).
    void add(std::uint32_t row, const AdjacencyList& list, std::uint32_t first, std::uint32_t last);
    // Removes from place `first` on: ends equal to `loop`, and relationships among `used`.
    void remove_from(std::size_t first, std::optional<NodeId> loop,
                     std::span<const RelationshipId> used);
    void keep_labelled(const Snapshot& graph, LabelId label);
};

} // namespace lintas::query
