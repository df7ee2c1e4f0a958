#include "query/run/set.h"

namespace lintas::query {

Set::Set(const SetStep& step, OperatorPointer input, RunContext& context)
    : input_{std::move(input), context}, changer_{step.changes, context} {}

bool Set::next(Batch& out) {
    if (input_.read())
        for (const auto& batch : input_.batches()) changer_.change(batch);
    return input_.next(out);
}

} // namespace lintas::query
