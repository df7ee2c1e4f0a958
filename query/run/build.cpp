#include "query/run/aggregate.h"
#include "query/run/apply.h"
#include "query/run/argument.h"
#include "query/run/call_procedure.h"
#include "query/run/create.h"
#include "query/run/delete.h"
#include "query/run/distinct.h"
#include "query/run/eager.h"
#include "query/run/expand.h"
#include "query/run/expand_bound.h"
#include "query/run/expand_into.h"
#include "query/run/filter.h"
#include "query/run/for_each_row.h"
#include "query/run/in_transactions.h"
#include "query/run/index_seek.h"
#include "query/run/limit.h"
#include "query/run/load_csv.h"
#include "query/run/merge.h"
#include "query/run/node_scan.h"
#include "query/run/operator.h"
#include "query/run/path_search_operator.h"
#include "query/run/pipe.h"
#include "query/run/profiled.h"
#include "query/run/project.h"
#include "query/run/relationship_scan.h"
#include "query/run/schema_change.h"
#include "query/run/set.h"
#include "query/run/shortest_path.h"
#include "query/run/skip.h"
#include "query/run/sort.h"
#include "query/run/union.h"
#include "query/run/unwind.h"
#include "query/run/variable_expand.h"

#include "graph/error.h"

namespace lintas::query {

namespace {

// Operators pull from each other recursively, so a plan must not be deeper than the stack is.
constexpr std::size_t depth_limit = 1'000;

// One overload a step and no catch-all: a forgotten step does not compile. Inputs are built first,
// so that an operator finds the names in the catalogue that a step before it adds.
struct Builder {
    RunContext& context;
    const Batch* argument;
    std::size_t depth;

    OperatorPointer operator()(const ArgumentStep&) const {
        return std::make_unique<Argument>(context, argument);
    }
    OperatorPointer operator()(const NodeScanStep& step) const { return over<NodeScan>(step); }
    OperatorPointer operator()(const RelationshipScanStep& step) const {
        return over<RelationshipScan>(step);
    }
    OperatorPointer operator()(const ExpandStep& step) const {
        if (step.relationship_is_bound) return over<ExpandBound>(step);
        if (step.to_is_bound) return over<ExpandInto>(step);
        return over<Expand>(step);
    }
    OperatorPointer operator()(const VariableExpandStep& step) const {
        return over<VariableExpand>(step);
    }
    OperatorPointer operator()(const ShortestPathStep& step) const {
        return over<ShortestPath>(step);
    }
    OperatorPointer operator()(const PathSearchStep& step) const {
        return over<PathSearchOperator>(step);
    }
    OperatorPointer operator()(const FilterStep& step) const { return over<Filter>(step); }
    OperatorPointer operator()(const ProjectStep& step) const { return over<Project>(step); }
    OperatorPointer operator()(const AggregateStep& step) const { return over<Aggregate>(step); }
    OperatorPointer operator()(const DistinctStep& step) const { return over<Distinct>(step); }
    OperatorPointer operator()(const SortStep& step) const { return over<Sort>(step); }
    OperatorPointer operator()(const SkipStep& step) const { return over<Skip>(step); }
    OperatorPointer operator()(const LimitStep& step) const { return over<Limit>(step); }
    OperatorPointer operator()(const UnwindStep& step) const { return over<Unwind>(step); }
    OperatorPointer operator()(const ApplyStep& step) const { return over<Apply>(step); }
    OperatorPointer operator()(const UnionStep& step) const {
        std::vector<OperatorPointer> inputs;
        for (const auto& part : step.parts) inputs.push_back(input(*part.plan));
        return std::make_unique<Union>(step, std::move(inputs));
    }
    OperatorPointer operator()(const PipeStep& step) const { return over<Pipe>(step); }
    OperatorPointer operator()(const EagerStep& step) const {
        return std::make_unique<Eager>(input(*step.input), context);
    }
    OperatorPointer operator()(const CallProcedureStep& step) const {
        return over<CallProcedure>(step);
    }
    OperatorPointer operator()(const IndexSeekStep& step) const { return over<IndexSeek>(step); }
    OperatorPointer operator()(const SchemaStep& step) const {
        return std::make_unique<SchemaChange>(step, context);
    }
    OperatorPointer operator()(const CreateStep& step) const { return over<Create>(step); }
    OperatorPointer operator()(const SetStep& step) const { return over<Set>(step); }
    OperatorPointer operator()(const MergeStep& step) const { return over<Merge>(step); }
    OperatorPointer operator()(const DeleteStep& step) const { return over<Delete>(step); }
    OperatorPointer operator()(const ForEachRowStep& step) const { return over<ForEachRow>(step); }
    OperatorPointer operator()(const TransactionsStep& step) const {
        return over<InTransactions>(step);
    }

    OperatorPointer operator()(const LoadCsvStep& step) const { return over<LoadCsv>(step); }

    OperatorPointer build(const Plan& plan, std::size_t at) const {
        auto made = std::visit(Builder{context, argument, at}, plan.step);
        if (context.profile() == nullptr) return made;
        return std::make_unique<Profiled>(plan, std::move(made), *context.profile());
    }

private:
    OperatorPointer input(const Plan& plan) const {
        if (depth == depth_limit) {
            throw Error{ErrorCode::Limit, "The query has more steps in a row than the allowed " +
                                              std::to_string(depth_limit)};
        }
        return build(plan, depth + 1);
    }
    template <typename Made, typename Step> OperatorPointer over(const Step& step) const {
        return std::make_unique<Made>(step, input(*step.input), context);
    }
};

} // namespace

OperatorPointer build(const Plan& plan, RunContext& context, const Batch* argument) {
    return Builder{context, argument, 0}.build(plan, 0);
}

} // namespace lintas::query
