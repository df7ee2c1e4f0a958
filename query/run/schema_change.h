// SchemaChange: adds or drops an index or a constraint.
#pragma once

#include "query/run/operator.h"

namespace lintas::query {

class SchemaChange final : public Operator {
public:
    SchemaChange(const SchemaStep& step, RunContext& context) : step_{step}, context_{context} {}
    // Gives no rows. A constraint is refused if the graph does not keep to it.
    bool next(Batch& out) override;

private:
    const SchemaStep& step_;
    RunContext& context_;
};

} // namespace lintas::query
