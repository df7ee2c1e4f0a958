// The steps that change the graph.
//
// Invariant: each reads all its input before it changes anything, and has made all its changes
// before it passes on the first row. So a clause sees the effects of all clauses before it and of
// none after it.
#pragma once

#include "query/plan/expression.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace lintas::query {

struct NewNode {
    Slot slot;
    std::vector<std::string> labels;
    ExpressionPointer properties; // a map; nullptr: none. A null value is no property
};
struct NewRelationship {
    Slot slot;
    Slot source, target; // nodes; EntityNotFound at run time if null
    std::string type;
    ExpressionPointer properties;
};
// Nodes in order, then relationships in order, for each input row.
struct Creation {
    std::vector<NewNode> nodes;
    std::vector<NewRelationship> relationships;
};
struct CreateStep {
    PlanPointer input;
    Creation creation;
};

// Each does nothing where the entity is null.
struct PropertyChange { // entity.key = value; a null value removes it
    ExpressionPointer entity;
    ExpressionPointer key; // a string
    ExpressionPointer value;
};
struct PropertiesChange { // entity = map, or entity += map (`add`); from an entity: its properties
    Slot entity;
    bool add;
    ExpressionPointer value;
};
struct LabelsChange {
    Slot node;
    bool remove;
    std::vector<std::string> labels;
};
struct Change {
    std::variant<PropertyChange, PropertiesChange, LabelsChange> form;
    Span span;
};
// All changes for a row in order, row after row.
struct SetStep {
    PlanPointer input;
    std::vector<Change> changes;
};

// For each row in turn: the rows of `match`, with `on_match` done to each; or, where there is none,
// the row with what `creation` makes and `on_create`. A row sees what the rows before it made.
struct MergeStep {
    PlanPointer input;
    PlanPointer match;
    std::vector<std::pair<Slot, Slot>> imports;
    std::vector<Slot> exports; // same slots inside and outside
    Slot row_number;
    Creation creation;
    std::vector<Change> on_create;
    std::vector<Change> on_match;
};

// Nodes, relationships and paths; null is passed over. Relationships go before nodes over all rows,
// so that a node may be deleted with the last of its relationships. Without `detach` a node that
// still has relationships is ConstraintVerificationFailed DeleteConnectedNode.
struct DeleteStep {
    PlanPointer input;
    std::vector<ExpressionPointer> targets;
    bool detach;
};

// Runs `inner` for the input's rows (for each alone where `per_row`), then passes the input on as
// it was: FOREACH, and CALL { } without RETURN.
struct ForEachRowStep {
    PlanPointer input;
    PlanPointer inner;
    std::vector<std::pair<Slot, Slot>> imports;
    bool per_row;
};

// What follows when a part of a statement fails, whose transaction is then rolled back.
enum class PartFailure { Ends, Continues, Breaks };

// Runs `body` on the input's rows, `size` of them at a time, each part in a transaction of its own
// that is committed before the next one begins: CALL { } IN TRANSACTIONS. `body` begins with an
// argument, which is the rows of the part. Afterwards the graph is the newest one.
struct TransactionsStep {
    PlanPointer input;
    PlanPointer body;
    ExpressionPointer size; // constant; nullptr: 1,000
    PartFailure on_failure;
    std::vector<Slot> results;  // what `body` adds to the rows; null where the part failed
    std::optional<Slot> status; // a map that says what became of the row's part
};

} // namespace lintas::query
