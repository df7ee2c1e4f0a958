// FOREACH, and CALL { } without RETURN: runs updates for the rows and passes the rows on unchanged.
#pragma once

#include "query/run/drained.h"

namespace lintas::query {

class ForEachRow final : public Operator {
public:
    ForEachRow(const ForEachRowStep& step, OperatorPointer input, RunContext& context);
    bool next(Batch& out) override;

private:
    void run_inner(const Batch& rows);

    const ForEachRowStep& step_;
    RunContext& context_;
    Drained input_;
};

} // namespace lintas::query
