#include "query/run/project.h"

#include "query/run/evaluate.h"

namespace lintas::query {

bool Project::next(Batch& out) {
    Batch input;
    if (!input_->next(input)) return false;
    context_.check();
    auto result = input;
    for (const auto& [slot, value] : step_.columns) {
        if (const auto* copied = std::get_if<SlotExpression>(&value->form)) {
            result.share(slot, input, copied->slot);
        } else {
            result.set(slot, evaluate(*value, input, context_));
        }
    }
    out = std::move(result);
    return true;
}

} // namespace lintas::query
