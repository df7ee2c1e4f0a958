// Patterns of the syntax tree: nodes, relationships and paths as drawn.
//
// Invariant: labels, properties and filters that were not written are null pointers.
#pragma once

#include "query/syntax/ast_expression.h"

#include <cstdint>

namespace lintas::query::syntax {

// How often a part repeats. Old form `*1..3` and GQL forms {1,3}, +, *. An absent upper is no
// limit.
struct Repetition {
    std::uint64_t lower = 1;
    std::optional<std::uint64_t> upper;
    bool gql = false; // {m,n}, + or *: after the relationship; otherwise the old [*m..n]
    Span span;
};

struct NodePattern {
    std::optional<Name> variable;
    LabelExpressionPointer labels;
    ExpressionPointer properties; // a MapLiteral or a Parameter
    ExpressionPointer where;
    Span span;
};

enum class ArrowKind { Left, Right, Either }; // <--, -->, -- (also <-->)

struct RelationshipPattern {
    std::optional<Name> variable;
    LabelExpressionPointer types;
    ExpressionPointer properties;
    ExpressionPointer where;
    ArrowKind arrow = ArrowKind::Either;
    std::optional<Repetition> repetition;
    Span span;
};

// ((a)-[r]->(b) WHERE ...){1,3}, or a parenthesised path without a repetition
struct ParenthesizedPath {
    PathPatternPointer path;
    ExpressionPointer where;
    std::optional<Repetition> repetition;
    Span span;
};

using PatternElement = std::variant<NodePattern, RelationshipPattern, ParenthesizedPath>;

enum class PathMode { Walk, Trail, Acyclic, Simple };
enum class SelectorKind { All, Any, Shortest, AllShortest, ShortestGroups };
struct PathSelector {
    SelectorKind kind = SelectorKind::All;
    ExpressionPointer count; // ANY k, SHORTEST k [GROUPS]: a literal or a parameter; may lack
    Span span;
};
enum class ShortestFunction { None, ShortestPath, AllShortestPaths };

// variable = SELECTOR MODE (a)-[r]->(b)...; or shortestPath((a)-[*]->(b)).
// Node patterns and relationship patterns alternate, as the parser checks; neighbouring node
// patterns appear only next to a ParenthesizedPath.
struct PathPattern {
    std::optional<Name> variable;
    std::optional<PathSelector> selector;
    std::optional<PathMode> mode;
    ShortestFunction shortest = ShortestFunction::None;
    std::vector<PatternElement> elements;
    Span span;
};

enum class MatchMode { DifferentRelationships, RepeatableElements };
struct Pattern {
    std::optional<MatchMode> match_mode;
    std::vector<PathPattern> paths;
    Span span;
};

} // namespace lintas::query::syntax
