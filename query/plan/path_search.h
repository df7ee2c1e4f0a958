// What the search for a path pattern needs to know where a single expansion cannot do it: parts
// that repeat as a whole, and the choice among the paths between two nodes. Plain data.
//
// Invariant: a path goes through nodes[0], parts[0], nodes[1], ..., parts.back(), nodes.back(), so
// that there is one node more than parts. A part has at least one hop, and the target of a hop is
// the source of the next.
#pragma once

#include "query/plan/expression.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lintas::query {

enum class ExpandDirection { Outgoing, Incoming, Both };

// What a path may not have twice: nothing, a relationship, a node, or a node other than that it may
// end where it began.
enum class PathRestriction { Walk, Trail, Acyclic, Simple };

// A node between two parts, or an end.
struct PathNode {
    Slot slot{};
    // nullptr: any node. Reads the slot and those of the input.
    ExpressionPointer predicate;
};

// One relationship with the nodes before and behind it. While a predicate is tested the three slots
// hold single values.
struct PathHop {
    std::vector<std::string> types; // all when empty
    ExpandDirection direction = ExpandDirection::Both;
    Slot source{}, relationship{}, target{};
    // nullptr: any. Reads the three slots and those of the input.
    ExpressionPointer predicate;
};

// Some hops, `lower` to `upper` times in a row.
struct PathPart {
    std::vector<PathHop> hops;
    std::uint64_t lower = 1;
    std::optional<std::uint64_t> upper = 1;
    // Are its variables lists outside of it, with an element for each repetition?
    bool is_group = false;
    // nullptr: any. Of each whole repetition: reads the slots of its hops and those of the input.
    ExpressionPointer predicate;
};

// What of a found path goes to a slot.
struct PathOutput {
    enum class What {
        PartNode,          // the node before hop `place` of the part, the last one for hops.size()
        PartRelationship,  // the relationship of hop `place` of the part
        PartRelationships, // all relationships of the part, in order
        BetweenNode,       // nodes[part]
        AllRelationships,  // of the whole path, in order
    };
    What what = What::AllRelationships;
    std::size_t part = 0;
    std::size_t place = 0;
    Slot slot{};
};

enum class PathSelection {
    All,
    Shortest,       // the `count` shortest for each pair of ends
    ShortestGroups, // those of the `count` smallest lengths for each pair of ends
};

struct PathSearch {
    std::vector<PathNode> nodes;
    std::vector<PathPart> parts;
    PathRestriction restriction = PathRestriction::Trail;
    PathSelection selection = PathSelection::All;
    // Constant; nullptr: one. SyntaxError at run time if it is no positive integer.
    ExpressionPointer count;
    // Named paths that the predicate may read, and the predicate that a path must pass before the
    // choice is made, if any. They read the ends, the outputs and the slots of the input.
    std::vector<std::pair<Slot, ExpressionPointer>> named;
    ExpressionPointer predicate;
    std::vector<PathOutput> outputs;
};

} // namespace lintas::query
