#include "query/plan/plan_walk.h"

#include "query/plan/slots_of.h"

namespace lintas::query {

namespace {

using InputChange = std::function<PlanPointer(const PlanPointer&)>;

struct InputChanger {
    const InputChange& change;

    void operator()(ArgumentStep&) const {}
    void operator()(SchemaStep&) const {}
    void operator()(UnionStep& step) const {
        for (auto& part : step.parts) part.plan = change(part.plan);
    }
    void operator()(ApplyStep& step) const {
        step.input = change(step.input);
        step.inner = change(step.inner);
    }
    void operator()(PipeStep& step) const {
        step.input = change(step.input);
        step.inner = change(step.inner);
    }
    void operator()(MergeStep& step) const {
        step.input = change(step.input);
        step.match = change(step.match);
    }
    void operator()(ForEachRowStep& step) const {
        step.input = change(step.input);
        step.inner = change(step.inner);
    }
    void operator()(TransactionsStep& step) const {
        step.input = change(step.input);
        step.body = change(step.body);
    }
    template <typename Step>
    requires requires(Step step) { step.input; }
    void operator()(Step& step) const { step.input = change(step.input); }
};

class Reads {
public:
    explicit Reads(std::set<Slot>& found) : slots{found} {}
    std::set<Slot>& slots;

    void plan(const PlanPointer& input) const { std::visit(*this, input->step); }
    void expression(const ExpressionPointer& read) const {
        if (!read) return;
        const auto own = slots_of(*read);
        slots.insert(own.begin(), own.end());
    }
    void columns(const std::vector<ProjectionColumn>& all) const {
        for (const auto& column : all) expression(column.value);
    }
    void all(const std::vector<Slot>& some) const { slots.insert(some.begin(), some.end()); }

    void operator()(const ArgumentStep&) const {}
    void operator()(const NodeScanStep& step) const { plan(step.input); }
    void operator()(const RelationshipScanStep& step) const { plan(step.input); }
    void operator()(const ExpandStep& step) const {
        plan(step.input);
        slots.insert(step.from);
        if (step.to_is_bound) slots.insert(step.to);
        if (step.relationship_is_bound) slots.insert(step.relationship);
        all(step.unlike);
    }
    void operator()(const VariableExpandStep& step) const {
        plan(step.input);
        slots.insert(step.from);
        if (step.to_is_bound) slots.insert(step.to);
        all(step.unlike);
        expression(step.predicate);
    }
    void operator()(const ShortestPathStep& step) const {
        plan(step.input);
        slots.insert({step.from, step.to});
        expression(step.predicate);
    }
    void operator()(const PathSearchStep& step) const {
        plan(step.input);
        all(step.unlike);
        const auto& search = step.search;
        if (step.from_is_bound) slots.insert(search.nodes.front().slot);
        if (step.to_is_bound) slots.insert(search.nodes.back().slot);
        for (const auto& node : search.nodes) expression(node.predicate);
        for (const auto& part : search.parts) {
            expression(part.predicate);
            for (const auto& hop : part.hops) expression(hop.predicate);
        }
        for (const auto& [slot, path] : search.named) expression(path);
        expression(search.predicate);
    }
    void operator()(const FilterStep& step) const {
        plan(step.input);
        expression(step.predicate);
    }
    void operator()(const ProjectStep& step) const {
        plan(step.input);
        columns(step.columns);
    }
    void operator()(const AggregateStep& step) const {
        plan(step.input);
        columns(step.keys);
        for (const auto& aggregate : step.aggregates)
            for (const auto& argument : aggregate.arguments) expression(argument);
    }
    void operator()(const DistinctStep& step) const {
        plan(step.input);
        all(step.slots);
    }
    void operator()(const SortStep& step) const {
        plan(step.input);
        for (const auto& key : step.keys) expression(key.value);
    }
    void operator()(const SkipStep& step) const { plan(step.input); }
    void operator()(const LimitStep& step) const { plan(step.input); }
    void operator()(const UnwindStep& step) const {
        plan(step.input);
        expression(step.list);
    }
    void operator()(const ApplyStep& step) const {
        plan(step.input);
        plan(step.inner);
        for (const auto& [inner, outer] : step.exports) slots.insert(inner);
    }
    void operator()(const UnionStep& step) const {
        for (const auto& part : step.parts) {
            plan(part.plan);
            all(part.slots);
        }
    }
    void operator()(const PipeStep& step) const {
        plan(step.input);
        plan(step.inner);
    }
    void operator()(const EagerStep& step) const { plan(step.input); }
    void operator()(const LoadCsvStep& step) const {
        plan(step.input);
        expression(step.url);
        expression(step.terminator);
    }
    void operator()(const CallProcedureStep& step) const {
        plan(step.input);
        for (const auto& argument : step.arguments) expression(argument);
    }
    void operator()(const IndexSeekStep& step) const {
        plan(step.input);
        for (const auto& key : step.keys)
            for (const auto& value : expressions_of(key)) expression(value);
    }
    void operator()(const SchemaStep&) const {}
    void operator()(const CreateStep& step) const {
        plan(step.input);
        creation(step.creation);
    }
    void operator()(const SetStep& step) const {
        plan(step.input);
        changes(step.changes);
    }
    void operator()(const MergeStep& step) const {
        plan(step.input);
        plan(step.match);
        creation(step.creation);
        changes(step.on_create);
        changes(step.on_match);
    }
    void operator()(const DeleteStep& step) const {
        plan(step.input);
        for (const auto& target : step.targets) expression(target);
    }
    void operator()(const ForEachRowStep& step) const {
        plan(step.input);
        plan(step.inner);
    }
    void operator()(const TransactionsStep& step) const {
        plan(step.input);
        plan(step.body);
        expression(step.size);
    }

    void operator()(const PropertyChange& change) const {
        expression(change.entity);
        expression(change.key);
        expression(change.value);
    }
    void operator()(const PropertiesChange& change) const {
        slots.insert(change.entity);
        expression(change.value);
    }
    void operator()(const LabelsChange& change) const { slots.insert(change.node); }

private:
    void creation(const Creation& made) const {
        for (const auto& node : made.nodes) expression(node.properties);
        for (const auto& relationship : made.relationships) {
            slots.insert({relationship.source, relationship.target});
            expression(relationship.properties);
        }
    }
    void changes(const std::vector<Change>& all) const {
        for (const auto& change : all) std::visit(*this, change.form);
    }
};

} // namespace

PlanPointer with_inputs(const PlanPointer& plan, const InputChange& change) {
    auto copy = *plan;
    std::visit(InputChanger{change}, copy.step);
    return std::make_shared<const Plan>(std::move(copy));
}

std::set<Slot> reads_of(const Plan& plan) {
    std::set<Slot> slots;
    std::visit(Reads{slots}, plan.step);
    return slots;
}

} // namespace lintas::query
