// Eager: reads all its input before it passes on the first row.
#pragma once

#include "query/run/operator.h"

#include <deque>

namespace lintas::query {

class Eager final : public Operator {
public:
    Eager(OperatorPointer input, RunContext& context)
        : input_{std::move(input)}, context_{context}, held_{context} {}
    bool next(Batch& out) override;

private:
    OperatorPointer input_;
    RunContext& context_;
    bool is_read_ = false;
    std::deque<Batch> batches_;
    Held held_;
};

} // namespace lintas::query
