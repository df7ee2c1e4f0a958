// Makes the nodes and relationships of a Creation for the rows of a batch.
#pragma once

#include "query/plan/write_steps.h"
#include "query/run/batch.h"
#include "query/run/graph_writer.h"

#include <set>
#include <vector>

namespace lintas::query {

class Creator {
public:
    // Adds the labels and types to the catalogue at once, so that operators made later know them.
    Creator(const Creation& creation, RunContext& context);

    // The properties of all that is to be made; read before anything is made. Those that read what
    // the same clause makes are null here and read in create().
    std::vector<Column> evaluate_properties(const Batch& batch) const;
    void create(Batch& batch, std::vector<Column> properties);

private:
    bool is_late(const ExpressionPointer& properties) const;
    void read_late(const ExpressionPointer& properties, const Batch& batch, Column& column) const;

    const Creation& creation_;
    RunContext& context_;
    GraphWriter writer_;
    std::vector<std::vector<LabelId>> labels_; // of each new node
    std::set<Slot> made_;
    std::vector<TypeId> types_; // of each new relationship
};

} // namespace lintas::query
