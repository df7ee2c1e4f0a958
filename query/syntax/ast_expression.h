// Expressions of the syntax tree. Include "query/syntax/ast.h", which completes all its types.
//
// Invariant: ExpressionPointers are never null, except where a comment says that they may lack.
#pragma once

#include "graph/error.h"
#include "graph/value.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace lintas::query::syntax {

// How many nodes may lie on a way from the root of a tree to a leaf.
inline constexpr std::size_t syntax_depth_limit = 200;
// How many operands one Chain or one run of AND, OR or XOR may have.
inline constexpr std::size_t syntax_chain_limit = 10'000;

// A name as written, without its quotes, and where.
struct Name {
    std::string text;
    Span span;
};

struct Expression;
using ExpressionPointer = std::unique_ptr<Expression>;
struct Query;
using QueryPointer = std::unique_ptr<Query>;
struct PathPattern;
using PathPatternPointer = std::unique_ptr<PathPattern>;

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
// Long chains of AND, OR and XOR, which are associative, are balanced trees of Binary: the depth of
// a AND b AND c ... grows with the logarithm of its length. Parentheses keep their shape.
struct Binary {
    BinaryOperator what;
    ExpressionPointer left, right;
};
// a + b - c, a * b / c, a ^ b ^ c: three or more operands of one level, worked from the left:
// operators[0] joins operands[0] and operands[1], operators[i] joins that result and
// operands[i + 1]. operands.size() == operators.size() + 1, up to syntax_chain_limit; visitors
// loop over the operands, since recursion over a chain of that length would exhaust the stack.
struct Chain {
    std::vector<ExpressionPointer> operands;
    std::vector<BinaryOperator> operators; // Add, Subtract, Concatenate or Multiply, Divide, ...
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
struct NormalizedTest { // x IS [NOT] [NFC] NORMALIZED
    ExpressionPointer operand;
    bool negated = false;
    std::string form; // "NFC", "NFD", "NFKC" or "NFKD"
};
struct CaseSubject {}; // the subject of the innermost simple CASE, before an operator behind WHEN
struct CaseBranch {
    std::vector<ExpressionPointer> when; // conditions; one at least
    ExpressionPointer then;
};
// CASE [subject] WHEN ... THEN ... [ELSE ...] END; otherwise may lack. With a subject there may be
// several conditions: `WHEN > 3` and `WHEN 3` are operators on a CaseSubject, the latter `=`.
// Without one there is one in each branch.
struct Case {
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
// (a)-[:T]->(b) used as an expression: only in WHERE and other conditions. With shortestPath() or
// allShortestPaths() it is a path or a list of paths instead, and stands anywhere.
struct PatternPredicate {
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
                 Index, Slice, Unary, Binary, Chain, Comparison, TypeTest, NormalizedTest,
                 CaseSubject, Case, FunctionCall, CountStar, ListComprehension, Quantifier, Reduce,
                 PatternComprehension, PatternPredicate, MapProjection, Subquery>
        form;
    Span span;
};

} // namespace lintas::query::syntax
