#include "query/run/creator.h"

#include "query/plan/slots_of.h"
#include "query/run/evaluate.h"

#include <algorithm>

namespace lintas::query {

Creator::Creator(const Creation& creation, RunContext& context)
    : creation_{creation}, context_{context}, writer_{context} {
    for (const auto& node : creation.nodes) {
        std::vector<LabelId> labels;
        for (const auto& name : node.labels) labels.push_back(writer_.label(name));
        std::ranges::sort(labels);
        labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
        labels_.push_back(std::move(labels));
        made_.insert(node.slot);
    }
    for (const auto& relationship : creation.relationships) {
        types_.push_back(writer_.type(relationship.type));
        made_.insert(relationship.slot);
    }
}

std::vector<Column> Creator::evaluate_properties(const Batch& batch) const {
    std::vector<Column> columns;
    const auto add = [&](const ExpressionPointer& properties) {
        columns.push_back(properties && !is_late(properties)
                              ? evaluate(*properties, batch, context_)
                              : Column{Constant{Value{}, batch.rows()}});
    };
    for (const auto& node : creation_.nodes) add(node.properties);
    for (const auto& relationship : creation_.relationships) add(relationship.properties);
    return columns;
}

bool Creator::is_late(const ExpressionPointer& properties) const {
    return properties && std::ranges::any_of(slots_of(*properties),
                                             [&](Slot slot) { return made_.contains(slot); });
}

void Creator::read_late(const ExpressionPointer& properties, const Batch& batch,
                        Column& column) const {
    if (is_late(properties)) column = evaluate(*properties, batch, context_);
}

void Creator::create(Batch& batch, std::vector<Column> properties) {
    auto column = properties.begin();
    for (std::size_t i = 0; i < creation_.nodes.size(); ++i, ++column) {
        read_late(creation_.nodes[i].properties, batch, *column);
        Nodes nodes;
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            nodes.push_back(writer_.create_node(labels_[i]));
            writer_.add_properties(nodes.back(), column->value(row));
        }
        batch.set(creation_.nodes[i].slot, Column{std::move(nodes)});
    }
    for (std::size_t i = 0; i < creation_.relationships.size(); ++i, ++column) {
        const auto& relationship = creation_.relationships[i];
        read_late(relationship.properties, batch, *column);
        const auto& sources = batch.column(relationship.source);
        const auto& targets = batch.column(relationship.target);
        Relationships made;
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            made.push_back(
                writer_.create_relationship(sources.value(row), types_[i], targets.value(row)));
            writer_.add_properties(made.back(), column->value(row));
        }
        batch.set(relationship.slot, Column{std::move(made)});
    }
}

} // namespace lintas::query
