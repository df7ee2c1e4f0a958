#include "query/run/row_order.h"

namespace lintas::query {

namespace {

struct OrderKeeping {
    bool operator()(const ArgumentStep&) const { return true; }
    bool operator()(const NodeScanStep& step) const { return keeps(step); }
    bool operator()(const RelationshipScanStep& step) const { return keeps(step); }
    bool operator()(const ExpandStep& step) const { return keeps(step); }
    bool operator()(const VariableExpandStep& step) const { return keeps(step); }
    bool operator()(const ShortestPathStep& step) const { return keeps(step); }
    bool operator()(const PathSearchStep& step) const { return keeps(step); }
    bool operator()(const FilterStep& step) const { return keeps(step); }
    bool operator()(const ProjectStep& step) const { return keeps(step); }
    bool operator()(const AggregateStep& step) const { return keeps(step); }
    bool operator()(const DistinctStep& step) const { return keeps(step); }
    bool operator()(const SortStep&) const { return false; }
    bool operator()(const SkipStep& step) const { return keeps(step); }
    bool operator()(const LimitStep& step) const { return keeps(step); }
    bool operator()(const UnwindStep& step) const { return keeps(step); }
    bool operator()(const ApplyStep& step) const { return keeps(step); }
    bool operator()(const UnionStep& step) const {
        return step.parts.size() == 1 && keeps_argument_order(*step.parts.front().plan);
    }
    bool operator()(const PipeStep&) const { return false; }
    bool operator()(const EagerStep& step) const { return keeps(step); }
    bool operator()(const LoadCsvStep& step) const { return keeps(step); }
    bool operator()(const CallProcedureStep& step) const { return keeps(step); }
    bool operator()(const IndexSeekStep& step) const { return keeps(step); }
    bool operator()(const SchemaStep&) const { return true; }
    bool operator()(const CreateStep& step) const { return keeps(step); }
    bool operator()(const SetStep& step) const { return keeps(step); }
    bool operator()(const MergeStep& step) const { return keeps(step); }
    bool operator()(const DeleteStep& step) const { return keeps(step); }
    bool operator()(const ForEachRowStep& step) const { return keeps(step); }
    bool operator()(const TransactionsStep& step) const { return keeps(step); }

private:
    template <typename Step> static bool keeps(const Step& step) {
        return keeps_argument_order(*step.input);
    }
};

} // namespace

bool keeps_argument_order(const Plan& plan) { return std::visit(OrderKeeping{}, plan.step); }

} // namespace lintas::query
