// Pipe: the rows of an inner plan that begins with all rows of the input.
#pragma once

#include "query/run/operator.h"

namespace lintas::query {

class Pipe final : public Operator {
public:
    Pipe(const PipeStep& step, OperatorPointer input, RunContext& context);
    bool next(Batch& out) override;

private:
    void read_input();

    const PipeStep& step_;
    OperatorPointer input_;
    RunContext& context_;
    Batch all_;
    Held held_;
    OperatorPointer inner_; // reads all_
};

} // namespace lintas::query
