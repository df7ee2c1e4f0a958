// CallProcedure: there are no procedures yet, and it says so.
#pragma once

#include "query/run/operator.h"

namespace lintas::query {

class CallProcedure final : public Operator {
public:
    explicit CallProcedure(const CallProcedureStep& step) : step_{step} {}
    bool next(Batch& out) override;

private:
    const CallProcedureStep& step_;
};

} // namespace lintas::query
