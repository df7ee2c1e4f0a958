// DELETE and DETACH DELETE.
#pragma once

#include "query/run/drained.h"
#include "query/run/graph_writer.h"

#include <vector>

namespace lintas::query {

class Delete final : public Operator {
public:
    Delete(const DeleteStep& step, OperatorPointer input, RunContext& context);
    bool next(Batch& out) override;

private:
    void take(const Value& target, Span span);
    void delete_all();

    const DeleteStep& step_;
    RunContext& context_;
    Drained input_;
    GraphWriter writer_;
    Nodes nodes_;
    Relationships relationships_;
};

} // namespace lintas::query
