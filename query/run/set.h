// SET and REMOVE: change properties and labels for each row.
#pragma once

#include "query/run/changer.h"
#include "query/run/drained.h"

namespace lintas::query {

class Set final : public Operator {
public:
    Set(const SetStep& step, OperatorPointer input, RunContext& context);
    bool next(Batch& out) override;

private:
    Drained input_;
    Changer changer_;
};

} // namespace lintas::query
