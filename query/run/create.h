// CREATE: makes nodes and relationships for each row.
#pragma once

#include "query/run/creator.h"
#include "query/run/drained.h"

namespace lintas::query {

class Create final : public Operator {
public:
    Create(const CreateStep& step, OperatorPointer input, RunContext& context);
    bool next(Batch& out) override;

private:
    Drained input_;
    Creator creator_;
};

} // namespace lintas::query
