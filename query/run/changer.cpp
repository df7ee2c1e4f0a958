#include "query/run/changer.h"

#include "query/run/evaluate.h"
#include "query/run/with_span.h"

namespace lintas::query {

namespace {

struct ChangeRow {
    const Batch& row;
    RunContext& context;
    GraphWriter& writer;

    Value value_of(const ExpressionPointer& expression) const {
        return evaluate(*expression, row, context).value(0);
    }
    void operator()(const PropertyChange& change) const {
        writer.set_property(value_of(change.entity), value_of(change.key), value_of(change.value));
    }
    void operator()(const PropertiesChange& change) const {
        writer.set_properties(row.column(change.entity).value(0), value_of(change.value),
                              change.add);
    }
    void operator()(const LabelsChange& change) const {
        writer.change_labels(row.column(change.node).value(0), change.labels, change.remove);
    }
};

// Labels that a change adds, known to the operators that are made after it.
struct AddLabels {
    GraphWriter& writer;

    void operator()(const PropertyChange&) const {}
    void operator()(const PropertiesChange&) const {}
    void operator()(const LabelsChange& change) const {
        for (const auto& label : change.labels) writer.label(label);
    }
};

} // namespace

Changer::Changer(const std::vector<Change>& changes, RunContext& context)
    : changes_{changes}, context_{context}, writer_{context} {
    for (const auto& change : changes) std::visit(AddLabels{writer_}, change.form);
}

void Changer::change_row(const Batch& row, const Change& change) {
    with_span(change.span, [&] { std::visit(ChangeRow{row, context_, writer_}, change.form); });
}

void Changer::change(const Batch& batch) {
    if (changes_.empty()) return;
    for (std::uint32_t row = 0; row < batch.rows(); ++row) {
        const auto one = batch.select({row});
        for (const auto& change : changes_) change_row(one, change);
    }
}

} // namespace lintas::query
