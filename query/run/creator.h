// Makes the nodes and relationships of a Creation for the rows of a batch.
#pragma once

#include "query/plan/write_steps.h"
#include "query/run/batch.h"
#include "query/run/graph_writer.h"

#include <vector>

namespace lintas::query {

class Creator {
public:
    // Adds the labels and types to the catalogue at once, so that operators made later know them.
    Creator(const Creation& creation, RunContext& context);

    // The properties of all that is to be made; read before anything is made.
    std::vector<Column> evaluate_properties(const Batch& batch) const;
    void create(Batch& batch, const std::vector<Column>& properties);

private:
    const Creation& creation_;
    RunContext& context_;
    GraphWriter writer_;
    std::vector<std::vector<LabelId>> labels_; // of each new node
    std::vector<TypeId> types_;                // of each new relationship
};

} // namespace lintas::query
