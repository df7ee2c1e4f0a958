// Counts the planner estimates with. They describe one snapshot.
//
// Invariant: the counts are exact for a bulk-loaded store; `relationships` of a triple count each
// relationship once, for every combination of the label sets of its two ends.
#pragma once

#include "graph/ids.h"

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace lintas {

// The labels of a node in ascending order of id.
using LabelSet = std::vector<LabelId>;

struct Statistics {
    std::uint64_t nodes = 0;
    std::uint64_t relationships = 0;
    std::map<LabelSet, std::uint64_t> nodes_of_label_set;
    std::map<TypeId, std::uint64_t> relationships_of_type;
    // (source label set, type, target label set) -> relationships
    std::map<std::tuple<LabelSet, TypeId, LabelSet>, std::uint64_t> relationships_of_triple;

    // Nodes that have the label.
    std::uint64_t node_count(LabelId label) const;
    // Relationships of the type (any when empty) whose ends have the labels (any when empty).
    std::uint64_t relationship_count(std::optional<LabelId> source, std::optional<TypeId> type,
                                     std::optional<LabelId> target) const;
};

} // namespace lintas
