// Skip: drops the first rows of its input.
#pragma once

#include "query/run/operator.h"

#include <cstdint>
#include <optional>

namespace lintas::query {

class Skip final : public Operator {
public:
    Skip(const SkipStep& step, OperatorPointer input, RunContext& context)
        : step_{step}, input_{std::move(input)}, context_{context} {}
    bool next(Batch& out) override;

private:
    const SkipStep& step_;
    OperatorPointer input_;
    RunContext& context_;
    std::optional<std::uint64_t> left_; // rows still to drop; not known before the first row
};

} // namespace lintas::query
