// The steps that search in an index or change what indexes and constraints there are.
#pragma once

#include "graph/index/seek_order.h"
#include "graph/schema.h"
#include "query/plan/expression.h"

#include <variant>
#include <vector>

namespace lintas::query {

// What a seek wants of one key of the index. Values are evaluated once for each input row.
struct EqualKey {
    ExpressionPointer value;
};
struct KeyInList {
    ExpressionPointer list;
};
struct KeyInRange { // either may be nullptr
    ExpressionPointer lower, upper;
    bool lower_included = false;
    bool upper_included = false;
};
struct KeyWithPrefix {
    ExpressionPointer prefix;
};
using KeySeek = std::variant<EqualKey, KeyInList, KeyInRange, KeyWithPrefix>;

// Its expressions that are there, from left to right.
std::vector<ExpressionPointer> expressions_of(const KeySeek& seek);

// For each input row every entity of the index's label (or type) whose first keys are as `keys`
// want them, and perhaps more, each once: a filter above decides. Only the last of `keys` is a
// range or a prefix. Without keys: all that have the index's first key. With an order, and for a
// single input row, in that order of the index's keys.
struct IndexSeekStep {
    PlanPointer input;
    IndexDefinition index;
    Slot entity;
    std::vector<KeySeek> keys;
    bool is_unique = false; // by a constraint on all keys
    SeekOrder order = SeekOrder::Any;
};

struct NewIndex {
    IndexDefinition definition;
    bool if_not_exists = false;
};
struct NewConstraint {
    ConstraintDefinition definition;
    bool if_not_exists = false;
};
struct DroppedDefinition {
    std::string name;
    bool is_constraint = false;
    bool if_exists = false;
};
// Changes the schema, once; gives no rows.
struct SchemaStep {
    std::variant<NewIndex, NewConstraint, DroppedDefinition> change;
    Span span;
};

} // namespace lintas::query
