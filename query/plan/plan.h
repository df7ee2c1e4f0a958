// The plan: a tree of immutable steps, each a plain struct in one closed variant. Cost, explain and
// rewriting read it; operators run it.
//
// Invariant: steps of one frame share one numbering of slots; a step defines the slots that it
// names as its outputs and leaves the others of its input as they are. A step that matches passes
// its input's rows on in order, each with its matches together.
#pragma once

#include "query/functions/aggregate.h"
#include "query/plan/expression.h"
#include "query/plan/index_steps.h"
#include "query/plan/path_search.h"
#include "query/plan/unknown_name.h"
#include "query/plan/write_steps.h"
#include "query/procedures/procedure_pointer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace lintas::query {

// The rows of the outer query: the imported slots and, in `row_number`, the position of the row in
// the outer batch as an integer. At the top of a query: a single row without columns.
struct ArgumentStep {
    std::vector<Slot> slots;
    std::optional<Slot> row_number;
};

// Every node (with the label), for each input row.
struct NodeScanStep {
    PlanPointer input;
    Slot node;
    std::optional<std::string> label;
};

// Every relationship (of the types, all when empty), with its two ends, for each input row.
struct RelationshipScanStep {
    PlanPointer input;
    Slot relationship, source, target;
    std::vector<std::string> types;
};

// From a bound node along one relationship. Rows whose `from` is null give nothing. With Both a
// self-loop appears once.
struct ExpandStep {
    PlanPointer input;
    Slot from;
    Slot relationship;
    Slot to;
    ExpandDirection direction;
    std::vector<std::string> types; // all when empty
    bool to_is_bound = false;       // then `to` is compared, not set
    bool relationship_is_bound = false;
    // Relationships, or lists of them, of the same MATCH that must not be used again.
    std::vector<Slot> unlike;
    // The other end must have this label; cheaper here than as a filter.
    std::optional<std::string> to_label;
};

// Along `lower` to `upper` relationships; `relationships` becomes their list in the order walked.
struct VariableExpandStep {
    PlanPointer input;
    Slot from;
    Slot relationships;
    Slot to;
    ExpandDirection direction;
    std::vector<std::string> types;
    std::uint64_t lower = 1;
    std::optional<std::uint64_t> upper;
    bool to_is_bound = false;
    PathRestriction restriction = PathRestriction::Trail;
    std::vector<Slot> unlike;
    // Checked for each relationship on the way (bound to `step_relationship`), with the input's
    // other slots; nullptr when there is nothing to check.
    ExpressionPointer predicate;
    Slot step_relationship{};
    // Only whether `to` is reached matters, not by which paths: each `to` once per input row. Set
    // by a rewrite; `relationships` is then not set.
    bool distinct_ends = false;
    // Set by a rewrite when nobody reads `relationships`: it is then not built.
    bool relationships_unread = false;
};

// Shortest paths between two bound nodes; `relationships` as above; one row, or one for each of the
// shortest paths. Ties are broken by the ids of the nodes, then of the relationships.
struct ShortestPathStep {
    PlanPointer input;
    Slot from;
    Slot relationships;
    Slot to;
    ExpandDirection direction;
    std::vector<std::string> types;
    std::uint64_t lower = 1; // 0 or 1
    std::optional<std::uint64_t> upper;
    bool all = false;
    ExpressionPointer predicate;
    Slot step_relationship{};
};

// The paths of a pattern; at least one of its ends, nodes[0] and nodes.back(), is bound. Rows with
// a null end give nothing. Where there is a choice among paths, shorter ones come first; equally
// long ones follow the ids of the nodes and relationships in the order in which they are walked.
struct PathSearchStep {
    PlanPointer input;
    PathSearch search;
    bool from_is_bound = true;
    bool to_is_bound = false;
    std::vector<Slot> unlike; // as in ExpandStep
};

struct FilterStep {
    PlanPointer input;
    ExpressionPointer predicate; // rows where it is true stay; TypeError if it is no boolean
};

struct ProjectionColumn {
    Slot slot;
    ExpressionPointer value;
};
// Computes the columns from the input's rows, all at once (none sees another).
struct ProjectStep {
    PlanPointer input;
    std::vector<ProjectionColumn> columns;
};

struct AggregateColumn {
    Slot slot;
    const AggregateFunction* function; // nullptr: count(*)
    bool distinct = false;
    std::vector<ExpressionPointer> arguments;
};
// One row a group, in the order in which the groups first appear. Without keys there is always
// exactly one row. Slots other than those of keys and aggregates have no meaning afterwards.
struct AggregateStep {
    PlanPointer input;
    std::vector<ProjectionColumn> keys;
    std::vector<AggregateColumn> aggregates;
};

// The first row of each group of equivalent values of the slots.
struct DistinctStep {
    PlanPointer input;
    std::vector<Slot> slots;
};

struct SortKey {
    ExpressionPointer value;
    bool descending = false;
};
// Stable. With a limit, only that many first rows are kept (the limit counts skipped ones too).
struct SortStep {
    PlanPointer input;
    std::vector<SortKey> keys;
    ExpressionPointer limit; // nullptr: all
};
struct SkipStep {
    PlanPointer input;
    ExpressionPointer count; // constant; SyntaxError at run time if negative or no integer
};
struct LimitStep {
    PlanPointer input;
    ExpressionPointer count;
};

// One row for each element of the list. Null gives no rows; another value is a list of itself.
struct UnwindStep {
    PlanPointer input;
    ExpressionPointer list;
    Slot variable;
};

// One row for each record of the CSV file at `url`: a list, or with `headers` a map, of strings.
struct LoadCsvStep {
    PlanPointer input;
    ExpressionPointer url;
    bool headers;
    ExpressionPointer terminator; // nullptr: a comma
    Slot variable;
};

// For each input row the rows of `inner` joined to it. `imports` copies slots into the inner frame,
// `exports` the inner frame's results back. Where `optional` and there is no row: one row with
// nulls. Where not `per_row`, the inner plan sees a whole batch at once and keeps `row_number`.
struct ApplyStep {
    PlanPointer input;
    PlanPointer inner;
    std::vector<std::pair<Slot, Slot>> imports;
    std::vector<std::pair<Slot, Slot>> exports; // inner slot -> outer slot
    Slot row_number;                            // in the inner frame
    bool optional = false;
    bool per_row = false;
};

// The rows of each part in turn; each part's slots are renamed to `slots`, in order. All parts run
// on the same argument rows.
struct UnionPart {
    PlanPointer plan;
    std::vector<Slot> slots;
};
struct UnionStep {
    std::vector<UnionPart> parts;
    std::vector<Slot> slots;
};

// The rows of `inner`, whose ArgumentStep hands out all rows of the input together: what two parts
// of a plan do with the same rows.
struct PipeStep {
    PlanPointer input;
    PlanPointer inner;
};

// Reads all its input before it passes on the first row.
struct EagerStep {
    PlanPointer input;
};

// For each row the rows of a procedure; its columns that were asked for go to slots. A procedure
// without columns keeps each row once. Where `optional` and there is no row: one row with nulls.
struct CallProcedureStep {
    PlanPointer input;
    ProcedurePointer procedure;
    std::vector<ExpressionPointer> arguments;
    std::vector<std::pair<std::size_t, Slot>> columns; // number of the procedure's column -> slot
    bool optional = false;
};

struct Plan {
    std::variant<ArgumentStep, NodeScanStep, RelationshipScanStep, ExpandStep, VariableExpandStep,
                 ShortestPathStep, PathSearchStep, FilterStep, ProjectStep, AggregateStep,
                 DistinctStep, SortStep, SkipStep, LimitStep, UnwindStep, ApplyStep, UnionStep,
                 PipeStep, EagerStep, LoadCsvStep, CallProcedureStep, IndexSeekStep, SchemaStep,
                 CreateStep, SetStep, MergeStep, DeleteStep, ForEachRowStep, TransactionsStep>
        step;
    double estimated_rows = 1;
};

// A planned query: the plan, the slots of the answer's columns in order, the names of its slots.
struct PlannedQuery {
    PlanPointer plan;
    std::vector<std::string> columns;
    std::vector<Slot> slots;
    std::size_t frame_width = 0;         // slots in use, over all frames: batches are this wide
    std::vector<std::string> slot_names; // for EXPLAIN; "" for slots without a written name
    std::vector<std::string> parameters; // all that the query names
    std::vector<UnknownName> unknown_names;
    bool writes = false;          // has it a step that changes the graph
    bool reads = false;           // has it a step that reads from the graph
    bool in_transactions = false; // has it a step that commits by itself; `writes` is then false
    bool changes_schema = false;
};

} // namespace lintas::query
