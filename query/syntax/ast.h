// The syntax tree of a query: what was written, not what it means. Plain structs in closed
// variants.
//
// Invariant: every node that a message may point at has a span into the query text; names are
// unquoted and unescaped; nothing here knows whether a label, a function or a variable exists.
// Trees are at most syntax_depth_limit deep, so that visitors may recurse.
#pragma once

#include "graph/error.h"
#include "graph/value.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lintas::query::syntax {

inline constexpr std::size_t syntax_depth_limit = 200;

// A name as written, without its quotes, and where.
struct Name {
    std::string text;
    Span span;
};

struct Expression;
using ExpressionPointer = std::unique_ptr<Expression>;
struct Query;
using QueryPointer = std::unique_ptr<Query>;
struct Pattern;
struct PathPattern;
using PathPatternPointer = std::unique_ptr<PathPattern>;

// ---- expressions

struct Literal { // null, true, 12, 0x1F, 1.5e3, 'text', Infinity, NaN
    Value value;
};
struct Variable {
    std::string name;
};
struct Parameter { // $name or $0
    std::string name;
};
struct ListLiteral {
    std::vector<ExpressionPointer> items;
};
struct MapEntry {
    Name key;
    ExpressionPointer value;
};
struct MapLiteral {
    std::vector<MapEntry> entries;
};
struct PropertyAccess { // base.key
    ExpressionPointer base;
    Name key;
};

// A test of labels (or of a relationship's type): A&B, A|B, !A, %, and the old A:B (And) or A|B.
struct LabelExpression;
using LabelExpressionPointer = std::unique_ptr<LabelExpression>;
struct LabelName {
    std::string name;
};
struct LabelAny {}; // %
struct LabelNot {
    LabelExpressionPointer operand;
};
struct LabelAnd {
    LabelExpressionPointer left, right;
};
struct LabelOr {
    LabelExpressionPointer left, right;
};
struct LabelExpression {
    std::variant<LabelName, LabelAny, LabelNot, LabelAnd, LabelOr> form;
    Span span;
};

struct LabelTest { // base:A:B, base IS A
    ExpressionPointer base;
    LabelExpressionPointer labels;
};
struct Index { // base[index]
    ExpressionPointer base, index;
};
struct Slice { // base[from..to], either may lack
    ExpressionPointer base, from, to;
};

enum class UnaryOperator { Plus, Minus, Not, IsNull, IsNotNull };
struct Unary {
    UnaryOperator what;
    ExpressionPointer operand;
};
enum class BinaryOperator {
    Or,
    Xor,
    And,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Power,
    Concatenate, // ||
    StartsWith,
    EndsWith,
    Contains,
    Matches, // =~
    In,
};
struct Binary {
    BinaryOperator what;
    ExpressionPointer left, right;
};
enum class ComparisonOperator { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };
// a < b <= c is one Comparison: operands.size() == operators.size() + 1, at least one operator.
struct Comparison {
    std::vector<ExpressionPointer> operands;
    std::vector<ComparisonOperator> operators;
};
struct TypeTest { // x IS [NOT] :: INTEGER NOT NULL, x IS TYPED ...
    ExpressionPointer operand;
    bool negated = false;
    std::string type; // normalised upper case text, such as "LIST<INTEGER NOT NULL>"
};
struct CaseBranch {
    ExpressionPointer when, then;
};
struct Case { // CASE [subject] WHEN ... THEN ... [ELSE ...] END; otherwise may lack
    ExpressionPointer subject;
    std::vector<CaseBranch> branches;
    ExpressionPointer otherwise;
};
struct FunctionCall { // name is dotted as written: "duration.between"
    Name name;
    bool distinct = false;
    std::vector<ExpressionPointer> arguments;
};
struct CountStar {};
struct ListComprehension { // [variable IN list WHERE filter | result]; filter and result may lack
    Name variable;
    ExpressionPointer list, filter, result;
};
enum class QuantifierKind { All, Any, None, Single };
struct Quantifier { // all(variable IN list WHERE predicate); predicate may lack
    QuantifierKind kind;
    Name variable;
    ExpressionPointer list, predicate;
};
struct Reduce { // reduce(accumulator = initial, variable IN list | step)
    Name accumulator;
    ExpressionPointer initial;
    Name variable;
    ExpressionPointer list, step;
};
struct PatternComprehension { // [path = pattern WHERE filter | result]; filter may lack
    PathPatternPointer pattern;
    ExpressionPointer filter, result;
};
struct PatternPredicate { // (a)-[:T]->(b) used as an expression
    PathPatternPointer pattern;
};
struct MapProjectionItem {
    enum class Form { Property, AllProperties, Variable, Entry }; // .key, .*, name, key: value
    Form form;
    Name key;                // of Property, Variable and Entry
    ExpressionPointer value; // of Entry
    Span span;
};
struct MapProjection { // variable { .key, .*, name, key: value }
    ExpressionPointer base;
    std::vector<MapProjectionItem> items;
};
enum class SubqueryKind { Exists, Count, Collect };
// EXISTS { ... }: a full query; a bare pattern with WHERE becomes a query of one MATCH without
// RETURN.
struct Subquery {
    SubqueryKind kind;
    QueryPointer query;
};

struct Expression {
    std::variant<Literal, Variable, Parameter, ListLiteral, MapLiteral, PropertyAccess, LabelTest,
                 Index, Slice, Unary, Binary, Comparison, TypeTest, Case, FunctionCall, CountStar,
                 ListComprehension, Quantifier, Reduce, PatternComprehension, PatternPredicate,
                 MapProjection, Subquery>
        form;
    Span span;
};

// ---- patterns

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

// ---- clauses

struct Match {
    bool optional = false;
    Pattern pattern;
    ExpressionPointer where;
};
struct Unwind { // also FOR variable IN list
    ExpressionPointer list;
    Name variable;
};
struct ProjectionItem {
    ExpressionPointer value;
    std::optional<Name> alias;
    // The source text of the expression, verbatim: the column's name where there is no alias.
    std::string text;
};
struct SortItem {
    ExpressionPointer key;
    bool descending = false;
};
// The body that WITH and RETURN share.
struct Projection {
    bool distinct = false;
    bool all = false; // a leading *
    std::vector<ProjectionItem> items;
    std::vector<SortItem> order;
    ExpressionPointer skip, limit; // may lack
    Span span;
};
struct With {
    Projection projection;
    ExpressionPointer where;
};
struct Return {
    Projection projection;
};
struct Create { // also INSERT
    Pattern pattern;
};

struct SetProperty { // base.key = value (base may itself be a property access or parenthesised)
    ExpressionPointer target; // a PropertyAccess or an Index
    ExpressionPointer value;
};
struct SetVariable { // variable = map, variable += map
    Name variable;
    bool add = false;
    ExpressionPointer value;
};
struct SetLabels { // variable:A:B
    Name variable;
    std::vector<Name> labels;
};
struct SetItem {
    std::variant<SetProperty, SetVariable, SetLabels> form;
    Span span;
};
struct Set {
    std::vector<SetItem> items;
};
struct RemoveProperty {
    ExpressionPointer target; // a PropertyAccess or an Index
};
struct RemoveLabels {
    Name variable;
    std::vector<Name> labels;
};
struct RemoveItem {
    std::variant<RemoveProperty, RemoveLabels> form;
    Span span;
};
struct Remove {
    std::vector<RemoveItem> items;
};
struct Merge {
    PathPattern pattern;
    std::vector<SetItem> on_create;
    std::vector<SetItem> on_match;
};
struct Delete {
    bool detach = false;
    std::vector<ExpressionPointer> targets;
};
struct Clause;
struct Foreach {
    Name variable;
    ExpressionPointer list;
    std::vector<Clause> updates;
};
struct YieldItem {
    Name column;
    std::optional<Name> alias;
};
struct CallProcedure {
    Name procedure;                                          // dotted
    std::optional<std::vector<ExpressionPointer>> arguments; // absent: no parentheses were written
    bool optional = false;
    bool yield_all = false;                      // YIELD *
    std::optional<std::vector<YieldItem>> yield; // absent: no YIELD; empty: YIELD -
    ExpressionPointer where;
};
enum class OnError { Fail, Continue, Break };
struct InTransactions {
    ExpressionPointer rows; // OF n ROWS; may lack
    ExpressionPointer concurrent;
    OnError on_error = OnError::Fail;
    std::optional<Name> report;
};
struct CallSubquery { // CALL { }, CALL (x, y) { }, CALL (*) { }
    QueryPointer query;
    bool optional = false;
    bool imports_all = false;
    std::optional<std::vector<Name>> imports; // absent: no scope clause was written
    std::optional<InTransactions> transactions;
};
struct LoadCsv {
    bool headers = false;
    ExpressionPointer url;
    Name variable;
    ExpressionPointer terminator; // may lack
};
struct Let { // LET name = value, ...
    std::vector<std::pair<Name, ExpressionPointer>> items;
};
struct Filter { // FILTER [WHERE] condition
    ExpressionPointer condition;
};
struct Finish {};

struct Clause {
    std::variant<Match, Unwind, With, Return, Create, Set, Remove, Merge, Delete, Foreach,
                 CallProcedure, CallSubquery, LoadCsv, Let, Filter, Finish>
        form;
    Span span;
};

// ---- queries

struct SingleQuery {
    std::vector<Clause> clauses;
    Span span;
};

enum class UnionKind { Distinct, All };

// q1 UNION q2 UNION ALL q3: parts.size() == unions.size() + 1. `next` is the query after NEXT.
struct Query {
    std::vector<SingleQuery> parts;
    std::vector<std::pair<UnionKind, Span>> unions;
    QueryPointer next;
    Span span;
};

// ---- statements

enum class EntityKind { Node, Relationship };
struct CreateIndex {
    enum class Kind { Range, Text, Point, FullText, Vector, Lookup };
    Kind kind = Kind::Range;
    std::optional<Name> name;
    bool if_not_exists = false;
    EntityKind entity = EntityKind::Node;
    Name variable;
    std::vector<Name> labels; // or types; several only for full text
    std::vector<Name> keys;
    ExpressionPointer options; // a MapLiteral; may lack
};
struct CreateConstraint {
    enum class Kind { Unique, Key, Exists, Type };
    Kind kind = Kind::Unique;
    std::optional<Name> name;
    bool if_not_exists = false;
    EntityKind entity = EntityKind::Node;
    Name variable;
    Name label;
    std::vector<Name> keys;
    std::string type; // of Kind::Type, as in TypeTest
};
struct DropSchema { // DROP INDEX name, DROP CONSTRAINT name
    bool constraint = false;
    Name name;
    bool if_exists = false;
};
struct Show {
    enum class What {
        Indexes,
        Constraints,
        Procedures,
        Functions,
        Databases,
        Settings,
        Transactions
    };
    What what;
    bool yield_all = false;
    std::vector<YieldItem> yield;
    ExpressionPointer where;
};

enum class ExplainMode { None, Explain, Profile };

struct Statement {
    ExplainMode explain = ExplainMode::None;
    std::variant<Query, CreateIndex, CreateConstraint, DropSchema, Show> form;
    Span span;
};

} // namespace lintas::query::syntax
