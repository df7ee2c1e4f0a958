// What a MATCH looks for, as a graph: nodes and relationships with slots, and the predicates that
// must hold. Not yet in which order it is searched.
//
// Invariant: a node that is written twice is one PatternNode; `relationships` are in the order in
// which they were written; every predicate reads only slots of the graph and of the scope before
// it.
#pragma once

#include "query/plan/plan.h"
#include "query/plan/planning.h"
#include "query/plan/scope.h"
#include "query/syntax/ast.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lintas::query {

struct PatternNode {
    Slot slot{};
    bool bound = false; // before this pattern
    // Labels that the node must have; other label formulas are among the predicates.
    std::vector<std::string> labels;
};

// How a relationship's type is tested while expanding: the types, all of them when empty.
struct PatternRelationship {
    Slot slot{};
    std::size_t left = 0; // numbers of the pattern's nodes
    std::size_t right = 0;
    ExpandDirection direction = ExpandDirection::Both; // seen from the left
    std::vector<std::string> types;
    bool bound = false;
    // Of variable length: the slot holds a list.
    bool variable = false;
    std::uint64_t lower = 1;
    std::optional<std::uint64_t> upper;
    PathRestriction restriction = PathRestriction::Trail;
    ExpressionPointer step_predicate;
    Slot step_relationship{};
    // Of shortestPath() and allShortestPaths().
    syntax::ShortestFunction shortest = syntax::ShortestFunction::None;
    // Set where this stands for a part that repeats as a whole, or for a path pattern with a
    // selector. The slot then holds the list of all its relationships.
    std::shared_ptr<const PathSearch> search; // shared by the copies of this
};

struct PatternPath {
    Slot slot{};
    std::vector<Slot> elements;
};

struct PatternGraph {
    std::vector<PatternNode> nodes;
    std::vector<PatternRelationship> relationships;
    std::vector<PatternPath> paths; // that somebody named
    // Further names of nodes: the slot of the name and that of the node.
    std::vector<std::pair<Slot, Slot>> aliases;
    std::vector<ExpressionPointer> predicates;
    // REPEATABLE ELEMENTS: relationships may be used more than once.
    bool repeatable = false;
};

struct PatternRules {
    // A pattern predicate may not bring new variables.
    bool may_bind = true;
};

// Adds the pattern's new variables to the scope.
PatternGraph bind_pattern(Planning& planning, Scope& scope, const syntax::Pattern& pattern,
                          const PatternRules& rules = {});
PatternGraph bind_pattern(Planning& planning, Scope& scope, const syntax::PathPattern& path,
                          const PatternRules& rules = {});

// May one relationship have both one of these types and one of those? Empty: all types.
bool share_a_type(const std::vector<std::string>& left, const std::vector<std::string>& right);
// May it be found by itself, before its ends: one relationship of one type that nobody has bound?
bool may_be_sought(const PatternRelationship& relationship);

} // namespace lintas::query
