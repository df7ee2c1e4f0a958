#include "query/explain.h"
#include "query/procedures/procedure.h"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace lintas::query {

namespace {

std::string label_text(const LabelFormula& formula) {
    std::vector<std::string> stack;
    const auto pop = [&] {
        auto top = std::move(stack.back());
        stack.pop_back();
        return top;
    };
    for (const auto& term : formula.terms) {
        switch (term.operation) {
        case LabelFormula::Operation::Name: stack.push_back(term.name); break;
        case LabelFormula::Operation::Any: stack.emplace_back("%"); break;
        case LabelFormula::Operation::Not: stack.push_back("!" + pop()); break;
        case LabelFormula::Operation::And:
        case LabelFormula::Operation::Or: {
            const auto right = pop();
            const auto sign = term.operation == LabelFormula::Operation::And ? "&" : "|";
            stack.push_back(fmt::format("({}{}{})", pop(), sign, right));
            break;
        }
        }
    }
    return stack.empty() ? "" : stack.back();
}

class Describer {
public:
    Describer(const PlannedQuery& query, std::string_view text, const Profile* profile)
        : query_{query}, text_{text}, profile_{profile} {}

    PlanDescription describe(const Plan& plan) const {
        auto result = std::visit(*this, plan.step);
        result.estimated_rows = plan.estimated_rows;
        if (profile_ == nullptr) return result;
        // A step that never ran gave nothing.
        const auto* measured = profile_->find(plan);
        result.measured = measured == nullptr
                              ? MeasuredStep{}
                              : MeasuredStep{measured->rows, measured->store_hits, measured->time};
        return result;
    }

    PlanDescription operator()(const ArgumentStep& step) const {
        return leaf("Argument", names(step.slots));
    }
    PlanDescription operator()(const NodeScanStep& step) const {
        if (!step.label)
            return over(step.input, "AllNodesScan", fmt::format("({})", name(step.node)));
        return over(step.input, "NodeByLabelScan",
                    fmt::format("({}:{})", name(step.node), *step.label));
    }
    PlanDescription operator()(const RelationshipScanStep& step) const {
        return over(step.input, "RelationshipTypeScan",
                    fmt::format("({})-[{}{}]->({})", name(step.source), name(step.relationship),
                                types(step.types), name(step.target)));
    }
    PlanDescription operator()(const ExpandStep& step) const {
        const auto relationship = fmt::format("[{}{}]", name(step.relationship), types(step.types));
        auto target = name(step.to);
        if (step.to_label) target += ":" + *step.to_label;
        return over(step.input, step.to_is_bound ? "ExpandInto" : "ExpandAll",
                    arrow(name(step.from), relationship, target, step.direction));
    }
    PlanDescription operator()(const VariableExpandStep& step) const {
        const auto upper = step.upper ? std::to_string(*step.upper) : std::string{};
        const auto relationship = fmt::format("[{}{}*{}..{}]", name(step.relationships),
                                              types(step.types), step.lower, upper);
        auto details = arrow(name(step.from), relationship, name(step.to), step.direction);
        if (step.distinct_ends) details += ", each end once";
        return over(step.input,
                    step.to_is_bound ? "VariableLengthExpandInto" : "VariableLengthExpandAll",
                    details);
    }
    PlanDescription operator()(const ShortestPathStep& step) const {
        const auto upper = step.upper ? std::to_string(*step.upper) : std::string{};
        const auto relationship = fmt::format("[{}{}*{}..{}]", name(step.relationships),
                                              types(step.types), step.lower, upper);
        return over(step.input, step.all ? "AllShortestPaths" : "ShortestPath",
                    arrow(name(step.from), relationship, name(step.to), step.direction));
    }
    PlanDescription operator()(const PathSearchStep& step) const {
        return over(step.input, operator_name(step), path(step.search));
    }
    PlanDescription operator()(const FilterStep& step) const {
        return over(step.input, "Filter", text_of(step.predicate));
    }
    PlanDescription operator()(const ProjectStep& step) const {
        return over(step.input, "Projection", columns(step.columns));
    }
    PlanDescription operator()(const AggregateStep& step) const {
        auto details = columns(step.keys);
        for (const auto& aggregate : step.aggregates) {
            if (!details.empty()) details += ", ";
            details +=
                aggregate.function == nullptr
                    ? "count(*)"
                    : fmt::format("{}({}{})", aggregate.function->name,
                                  aggregate.distinct ? "DISTINCT " : "", list(aggregate.arguments));
        }
        return over(step.input, "Aggregation", details);
    }
    PlanDescription operator()(const DistinctStep& step) const {
        return over(step.input, "Distinct", names(step.slots));
    }
    PlanDescription operator()(const SortStep& step) const {
        std::string details;
        for (const auto& key : step.keys) {
            if (!details.empty()) details += ", ";
            details += text_of(key.value) + (key.descending ? " DESC" : "");
        }
        if (step.limit) details += " LIMIT " + text_of(step.limit);
        return over(step.input, step.limit ? "Top" : "Sort", details);
    }
    PlanDescription operator()(const SkipStep& step) const {
        return over(step.input, "Skip", text_of(step.count));
    }
    PlanDescription operator()(const LimitStep& step) const {
        return over(step.input, "Limit", text_of(step.count));
    }
    PlanDescription operator()(const UnwindStep& step) const {
        return over(step.input, "Unwind", text_of(step.list) + " AS " + name(step.variable));
    }
    PlanDescription operator()(const ApplyStep& step) const {
        auto result = over(step.input, step.optional ? "OptionalApply" : "Apply", "");
        result.children.push_back(describe(*step.inner));
        return result;
    }
    PlanDescription operator()(const UnionStep& step) const {
        auto result = leaf("Union", names(step.slots));
        for (const auto& part : step.parts) result.children.push_back(describe(*part.plan));
        return result;
    }
    PlanDescription operator()(const PipeStep& step) const {
        auto result = over(step.input, "Pipe", "");
        result.children.push_back(describe(*step.inner));
        return result;
    }
    PlanDescription operator()(const EagerStep& step) const {
        return over(step.input, "Eager", "");
    }
    PlanDescription operator()(const LoadCsvStep& step) const {
        return over(step.input, "LoadCSV", text_of(step.url) + " AS " + name(step.variable));
    }
    PlanDescription operator()(const CallProcedureStep& step) const {
        return over(step.input, "ProcedureCall", step.procedure->name);
    }

    PlanDescription operator()(const IndexSeekStep& step) const {
        const auto is_node = step.index.entity == EntityKind::Node;
        const auto* kind = step.keys.empty() ? "Scan" : step.is_unique ? "UniqueSeek" : "Seek";
        const auto found = is_node
                               ? fmt::format("({}:{})", name(step.entity), step.index.labels[0])
                               : fmt::format("[{}:{}]", name(step.entity), step.index.labels[0]);
        auto details =
            fmt::format("{} ({}) of {}", found, fmt::join(step.index.keys, ", "), step.index.name);
        for (const auto& key : step.keys) details += ", " + text_of(key);
        if (step.order == SeekOrder::Ascending) details += ", in order";
        if (step.order == SeekOrder::Descending) details += ", in reverse order";
        return over(step.input, fmt::format("{}Index{}", is_node ? "Node" : "Relationship", kind),
                    details);
    }
    PlanDescription operator()(const SchemaStep& step) const {
        return leaf("SchemaChange",
                    std::string{text_.substr(step.span.begin, step.span.end - step.span.begin)});
    }
    PlanDescription operator()(const CreateStep& step) const {
        return over(step.input, "Create", created(step.creation));
    }
    PlanDescription operator()(const SetStep& step) const {
        return over(step.input, "SetProperties", changes(step.changes));
    }
    PlanDescription operator()(const MergeStep& step) const {
        auto result = over(step.input, "Merge", created(step.creation));
        result.children.push_back(describe(*step.match));
        return result;
    }
    PlanDescription operator()(const DeleteStep& step) const {
        return over(step.input, step.detach ? "DetachDelete" : "Delete", list(step.targets));
    }
    PlanDescription operator()(const ForEachRowStep& step) const {
        auto result = over(step.input, "Foreach", "");
        result.children.push_back(describe(*step.inner));
        return result;
    }
    PlanDescription operator()(const TransactionsStep& step) const {
        auto result = over(step.input, "InTransactions", "");
        result.children.push_back(describe(*step.body));
        return result;
    }

private:
    static std::string operator_name(const PathSearchStep& step) {
        const std::string ends = step.from_is_bound && step.to_is_bound ? "Into" : "All";
        switch (step.search.selection) {
        case PathSelection::All: return "RepeatedExpand" + ends;
        case PathSelection::Shortest: return "ShortestPaths" + ends;
        case PathSelection::ShortestGroups: return "ShortestPathGroups" + ends;
        }
        return "";
    }
    std::string path(const PathSearch& search) const {
        auto text = search.count ? text_of(search.count) + " " : std::string{};
        for (std::size_t at = 0; at < search.parts.size(); ++at) {
            const auto& part = search.parts[at];
            text += fmt::format("({})(", name(search.nodes[at].slot));
            for (const auto& hop : part.hops)
                text += arrow("", fmt::format("[{}]", types(hop.types)), "", hop.direction);
            text += ")";
            if (part.is_group)
                text += fmt::format("{{{},{}}}", part.lower,
                                    part.upper ? std::to_string(*part.upper) : "");
        }
        return text + fmt::format("({})", name(search.nodes.back().slot));
    }
    std::string created(const Creation& creation) const {
        std::vector<std::string> parts;
        for (const auto& node : creation.nodes) {
            auto text = "(" + name(node.slot);
            for (const auto& label : node.labels) text += ":" + label;
            parts.push_back(text + ")");
        }
        for (const auto& relationship : creation.relationships)
            parts.push_back(
                arrow(name(relationship.source),
                      fmt::format("[{}:{}]", name(relationship.slot), relationship.type),
                      name(relationship.target), ExpandDirection::Outgoing));
        return fmt::format("{}", fmt::join(parts, ", "));
    }
    std::string changes(const std::vector<Change>& all) const {
        std::vector<std::string> parts;
        for (const auto& change : all)
            parts.emplace_back(
                text_.substr(change.span.begin, change.span.end - change.span.begin));
        return fmt::format("{}", fmt::join(parts, ", "));
    }
    static PlanDescription leaf(std::string operator_name, std::string details) {
        PlanDescription result;
        result.operator_name = std::move(operator_name);
        result.details = std::move(details);
        return result;
    }
    PlanDescription over(const PlanPointer& input, std::string operator_name,
                         std::string details) const {
        auto result = leaf(std::move(operator_name), std::move(details));
        result.children.push_back(describe(*input));
        return result;
    }

    std::string name(Slot slot) const {
        const auto& written = query_.slot_names.at(static_cast<std::size_t>(slot));
        return written.empty() ? fmt::format("_{}", static_cast<std::uint32_t>(slot)) : written;
    }
    std::string names(const std::vector<Slot>& slots) const {
        std::string text;
        for (const auto slot : slots) text += (text.empty() ? "" : ", ") + name(slot);
        return text;
    }
    static std::string types(const std::vector<std::string>& all) {
        return all.empty() ? "" : fmt::format(":{}", fmt::join(all, "|"));
    }
    static std::string arrow(const std::string& from, const std::string& relationship,
                             const std::string& to, ExpandDirection direction) {
        const auto* before = direction == ExpandDirection::Incoming ? "<-" : "-";
        const auto* after = direction == ExpandDirection::Outgoing ? "->" : "-";
        return fmt::format("({}){}{}{}({})", from, before, relationship, after, to);
    }
    std::string columns(const std::vector<ProjectionColumn>& all) const {
        std::string text;
        for (const auto& column : all) {
            if (!text.empty()) text += ", ";
            text += text_of(column.value) + " AS " + name(column.slot);
        }
        return text;
    }
    std::string list(const std::vector<ExpressionPointer>& all) const {
        std::string text;
        for (const auto& one : all) text += (text.empty() ? "" : ", ") + text_of(one);
        return text;
    }
    std::string text_of(const KeySeek& key) const { return std::visit(KeyText{*this}, key); }
    struct KeyText {
        const Describer& describer;

        std::string operator()(const EqualKey& key) const {
            return "= " + describer.text_of(key.value);
        }
        std::string operator()(const KeyInList& key) const {
            return "IN " + describer.text_of(key.list);
        }
        std::string operator()(const KeyInRange& key) const {
            std::string text;
            if (key.lower)
                text = (key.lower_included ? ">= " : "> ") + describer.text_of(key.lower);
            if (key.lower && key.upper) text += " and ";
            if (key.upper)
                text += (key.upper_included ? "<= " : "< ") + describer.text_of(key.upper);
            return text;
        }
        std::string operator()(const KeyWithPrefix& key) const {
            return "STARTS WITH " + describer.text_of(key.prefix);
        }
    };
    // As it was written; what the planner made itself is spelled out.
    std::string text_of(const ExpressionPointer& expression) const {
        if (const auto* binary = std::get_if<BinaryExpression>(&expression->form))
            if (binary->kind == BinaryKind::And)
                return text_of(binary->left) + " AND " + text_of(binary->right);
        if (const auto* test = std::get_if<LabelTestExpression>(&expression->form))
            return text_of(test->base) + ":" + label_text(test->formula);
        if (const auto* slot = std::get_if<SlotExpression>(&expression->form))
            return name(slot->slot);
        if (const auto* path = std::get_if<PathExpression>(&expression->form))
            return fmt::format("path({})", names(path->slots));
        if (const auto* test = std::get_if<UnaryExpression>(&expression->form))
            if (test->kind == UnaryKind::IsNotNull) return text_of(test->operand) + " IS NOT NULL";
        const auto [begin, end] = expression->span;
        if (begin < end && end <= text_.size())
            return std::string{text_.substr(begin, end - begin)};
        if (const auto* call = std::get_if<FunctionExpression>(&expression->form))
            return fmt::format("{}({})", call->function->name, list(call->arguments));
        return "...";
    }

    const PlannedQuery& query_;
    std::string_view text_;
    const Profile* profile_;
};

} // namespace

PlanDescription describe(const PlannedQuery& query, std::string_view text, const Profile* profile) {
    return Describer{query, text, profile}.describe(*query.plan);
}

} // namespace lintas::query
