// Bound expressions: what the written expressions mean, with slots for variables. Plain data.
//
// Invariant: every name is resolved; every function exists and has a fitting number of arguments;
// no aggregate is left (a projection computes it into a slot first). A slot is a column of the
// batches of one frame; a comprehension's variable has a slot of its own in the same frame.
#pragma once

#include "graph/error.h"
#include "graph/value.h"
#include "query/functions/function.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lintas::query {

enum class Slot : std::uint32_t {};

struct Plan;
// Shared by the expressions of a plan and its copies; a plan never changes after planning.
using PlanPointer = std::shared_ptr<const Plan>;

struct Expression;
using ExpressionPointer = std::shared_ptr<const Expression>; // likewise

struct ConstantExpression {
    Value value;
};
struct ParameterExpression {
    std::string name;
};
struct SlotExpression {
    Slot slot;
};
struct ListExpression {
    std::vector<ExpressionPointer> items;
};
struct MapExpression {
    std::vector<std::pair<std::string, ExpressionPointer>> entries;
};
// base.key of a map, node, relationship, temporal value, duration or point.
struct PropertyExpression {
    ExpressionPointer base;
    std::string key;
};

// A formula over label names (of a node) or a type name (of a relationship), in postfix order, so
// that it is evaluated with a small stack: A B Or means A|B.
struct LabelFormula {
    enum class Operation : std::uint8_t { Name, Any, Not, And, Or };
    struct Term {
        Operation operation = Operation::Name;
        std::string name; // of Name
    };
    std::vector<Term> terms;
};
// Null for a null base; TypeError for a base that is neither a node nor a relationship.
struct LabelTestExpression {
    ExpressionPointer base;
    LabelFormula formula;
};
struct IndexExpression {
    ExpressionPointer base, index;
};
struct SliceExpression { // from, to: may be nullptr
    ExpressionPointer base, from, to;
};
enum class UnaryKind { Plus, Minus, Not, IsNull, IsNotNull };
struct UnaryExpression {
    UnaryKind kind;
    ExpressionPointer operand;
};
enum class BinaryKind {
    Or,
    Xor,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Power,
    Concatenate,
    StartsWith,
    EndsWith,
    Contains,
    Matches,
    In,
};
struct BinaryExpression {
    BinaryKind kind;
    ExpressionPointer left, right;
};
struct TypeTestExpression {
    ExpressionPointer operand;
    bool negated;
    std::string type; // normalised, "LIST<INTEGER NOT NULL>"
};
// CASE: the branches' conditions are booleans. A branch is evaluated only for the rows that reach
// it.
struct CaseExpression {
    std::vector<std::pair<ExpressionPointer, ExpressionPointer>> branches;
    ExpressionPointer otherwise; // nullptr: null
    // Computed once, for conditions that read it; nullptr: they need none.
    ExpressionPointer subject = nullptr;
    Slot subject_slot = {};
};
struct FunctionExpression {
    const ScalarFunction* function;
    std::vector<ExpressionPointer> arguments;
};
struct ComprehensionExpression { // filter and result may be nullptr
    ExpressionPointer list;
    Slot variable;
    ExpressionPointer filter, result;
};
enum class QuantifierKind { All, Any, None, Single };
struct QuantifierExpression {
    QuantifierKind kind;
    ExpressionPointer list;
    Slot variable;
    ExpressionPointer predicate;
};
struct ReduceExpression {
    Slot accumulator;
    ExpressionPointer initial;
    ExpressionPointer list;
    Slot variable;
    ExpressionPointer step;
};
struct MapProjectionExpression {
    ExpressionPointer base;
    bool all_properties = false;
    std::vector<std::pair<std::string, ExpressionPointer>> entries;
};
// A path out of node slots and, between them, relationship slots: a relationship, or a list of
// relationships from a variable-length part (whose inner nodes are found by walking it). Null when
// any part is null. slots.size() is odd.
struct PathExpression {
    std::vector<Slot> slots;
};
// True when no relationship occurs twice among the slots (relationships or lists of them).
struct DistinctRelationshipsExpression {
    std::vector<Slot> slots;
};

// Has a path of such slots no node twice? Where it is `simple`, it may end where it began, unless
// it uses a relationship twice. Null when any part is null.
struct NoNodeTwiceExpression {
    std::vector<Slot> slots;
    bool simple = false;
};

enum class SubqueryResult {
    Exists, // boolean: was there a row
    Count,  // integer: how many rows
    List,   // the values of `value`, in the order of the rows
};
// A correlated subquery, run once for a whole batch of outer rows (see ApplyStep), or, where
// `per_row`, once for each row.
struct SubqueryExpression {
    SubqueryResult result;
    PlanPointer plan;
    std::vector<std::pair<Slot, Slot>> imports; // outer slot -> slot of the subquery's frame
    Slot row_number;                            // in the subquery's frame; see ArgumentStep
    Slot value;                                 // in the subquery's frame; of List only
    bool per_row;
};

struct Expression {
    std::variant<ConstantExpression, ParameterExpression, SlotExpression, ListExpression,
                 MapExpression, PropertyExpression, LabelTestExpression, IndexExpression,
                 SliceExpression, UnaryExpression, BinaryExpression, TypeTestExpression,
                 CaseExpression, FunctionExpression, ComprehensionExpression, QuantifierExpression,
                 ReduceExpression, MapProjectionExpression, PathExpression,
                 DistinctRelationshipsExpression, NoNodeTwiceExpression, SubqueryExpression>
        form;
    Span span; // for errors at run time
};

} // namespace lintas::query
