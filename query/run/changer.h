// Does the changes of SET, REMOVE and MERGE's ON parts to the rows of a batch.
#pragma once

#include "query/plan/write_steps.h"
#include "query/run/batch.h"
#include "query/run/graph_writer.h"

#include <vector>

namespace lintas::query {

class Changer {
public:
    Changer(const std::vector<Change>& changes, RunContext& context);

    // Row after row, and in a row change after change: each sees what those before it did.
    void change(const Batch& batch);

private:
    void change_row(const Batch& row, const Change& change);

    const std::vector<Change>& changes_;
    RunContext& context_;
    GraphWriter writer_;
};

} // namespace lintas::query
