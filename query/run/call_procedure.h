// CALL: for each row the rows of a procedure.
#pragma once

#include "query/run/operator.h"

#include <vector>

namespace lintas::query {

class CallProcedure final : public Operator {
public:
    CallProcedure(const CallProcedureStep& step, OperatorPointer input, RunContext& context)
        : step_{step}, input_{std::move(input)}, context_{context} {}
    bool next(Batch& out) override;

private:
    ProcedureRows call(const std::vector<Column>& arguments, std::size_t row) const;
    Batch joined(const Batch& input) const;

    const CallProcedureStep& step_;
    OperatorPointer input_;
    RunContext& context_;
};

} // namespace lintas::query
