// Distinct: passes on the first row of each group of rows whose slots are equivalent.
#pragma once

#include "query/run/group_table.h"
#include "query/run/operator.h"

namespace lintas::query {

class Distinct final : public Operator {
public:
    Distinct(const DistinctStep& step, OperatorPointer input, RunContext& context);
    bool next(Batch& out) override;

private:
    RowNumbers new_rows(const Batch& batch);

    const DistinctStep& step_;
    OperatorPointer input_;
    RunContext& context_;
    GroupTable groups_;
    bool has_row_ = false; // without slots all rows are equal
    Held held_;
};

} // namespace lintas::query
