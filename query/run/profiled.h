// Profiled: another operator, whose rows, reads and time it counts.
#pragma once

#include "query/run/operator.h"
#include "query/run/profile.h"

namespace lintas::query {

class Profiled final : public Operator {
public:
    Profiled(const Plan& plan, OperatorPointer measured, Profile& profile)
        : measured_{std::move(measured)}, profile_{profile}, step_{profile.of(plan)} {}

    bool next(Batch& out) override;

private:
    OperatorPointer measured_;
    Profile& profile_;
    StepProfile& step_;
};

} // namespace lintas::query
