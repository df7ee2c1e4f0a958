#include "query/plan/rows_at_once.h"

namespace lintas::query {

namespace {

struct Judge {
    bool operator()(const ArgumentStep&) const { return true; }
    bool operator()(const NodeScanStep& step) const { return rows_at_once(*step.input); }
    bool operator()(const RelationshipScanStep& step) const { return rows_at_once(*step.input); }
    bool operator()(const ExpandStep& step) const { return rows_at_once(*step.input); }
    bool operator()(const VariableExpandStep& step) const { return rows_at_once(*step.input); }
    bool operator()(const ShortestPathStep& step) const { return rows_at_once(*step.input); }
    bool operator()(const PathSearchStep& step) const { return rows_at_once(*step.input); }
    bool operator()(const FilterStep& step) const { return rows_at_once(*step.input); }
    bool operator()(const ProjectStep& step) const { return rows_at_once(*step.input); }
    bool operator()(const AggregateStep&) const { return false; }
    bool operator()(const DistinctStep&) const { return false; }
    bool operator()(const SortStep&) const { return false; }
    bool operator()(const SkipStep&) const { return false; }
    bool operator()(const LimitStep&) const { return false; }
    bool operator()(const UnwindStep& step) const { return rows_at_once(*step.input); }
    bool operator()(const ApplyStep& step) const { return rows_at_once(*step.input); }
    bool operator()(const UnionStep&) const { return false; }
    bool operator()(const PipeStep&) const { return false; }
    bool operator()(const EagerStep&) const { return false; }
    bool operator()(const LoadCsvStep& step) const { return rows_at_once(*step.input); }
    bool operator()(const CallProcedureStep&) const { return false; }
    bool operator()(const IndexSeekStep& step) const { return rows_at_once(*step.input); }
    bool operator()(const SchemaStep&) const { return false; }
    // Updates happen row after row, so that each sees what the rows before it did.
    bool operator()(const CreateStep&) const { return false; }
    bool operator()(const SetStep&) const { return false; }
    bool operator()(const MergeStep&) const { return false; }
    bool operator()(const DeleteStep&) const { return false; }
    bool operator()(const ForEachRowStep&) const { return false; }
    bool operator()(const TransactionsStep&) const { return false; }
};

} // namespace

bool rows_at_once(const Plan& plan) { return std::visit(Judge{}, plan.step); }

} // namespace lintas::query
