// Project: computes columns from the input's rows and adds them to their batch.
#pragma once

#include "query/run/operator.h"

namespace lintas::query {

class Project final : public Operator {
public:
    Project(const ProjectStep& step, OperatorPointer input, RunContext& context)
        : step_{step}, input_{std::move(input)}, context_{context} {}
    bool next(Batch& out) override;

private:
    const ProjectStep& step_;
    OperatorPointer input_;
    RunContext& context_;
};

} // namespace lintas::query
