// Limit: passes on the first rows of its input and pulls no batch more than it needs.
#pragma once

#include "query/run/operator.h"

#include <cstdint>
#include <optional>

namespace lintas::query {

class Limit final : public Operator {
public:
    Limit(const LimitStep& step, OperatorPointer input, RunContext& context)
        : step_{step}, input_{std::move(input)}, context_{context} {}
    bool next(Batch& out) override;

private:
    const LimitStep& step_;
    OperatorPointer input_;
    RunContext& context_;
    std::optional<std::uint64_t> left_; // rows still allowed; not known before the first row
    bool pulled_ = false;
};

} // namespace lintas::query
