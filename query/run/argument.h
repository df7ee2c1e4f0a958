// Argument: hands out the rows of the outer query; at the top, a single row without columns.
#pragma once

#include "query/run/operator.h"

namespace lintas::query {

class Argument final : public Operator {
public:
    // `argument` may be nullptr: at the top of a query.
    Argument(RunContext& context, const Batch* argument);
    bool next(Batch& out) override;

private:
    Batch batch_;
    bool done_ = false;
};

} // namespace lintas::query
