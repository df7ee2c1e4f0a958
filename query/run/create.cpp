#include "query/run/create.h"

namespace lintas::query {

Create::Create(const CreateStep& step, OperatorPointer input, RunContext& context)
    : input_{std::move(input), context}, creator_{step.creation, context} {}

bool Create::next(Batch& out) {
    if (input_.read()) {
        std::vector<std::vector<Column>> properties;
        for (const auto& batch : input_.batches())
            properties.push_back(creator_.evaluate_properties(batch));
        for (std::size_t i = 0; i < properties.size(); ++i)
            creator_.create(input_.batches()[i], properties[i]);
    }
    return input_.next(out);
}

} // namespace lintas::query
