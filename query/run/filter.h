// Filter: passes on the rows for which the predicate is true.
#pragma once

#include "query/run/operator.h"

namespace lintas::query {

class Filter final : public Operator {
public:
    Filter(const FilterStep& step, OperatorPointer input, RunContext& context)
        : step_{step}, input_{std::move(input)}, context_{context} {}
    bool next(Batch& out) override;

private:
    const FilterStep& step_;
    OperatorPointer input_;
    RunContext& context_;
};

} // namespace lintas::query
