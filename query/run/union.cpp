#include "query/run/union.h"

namespace lintas::query {

Union::Union(const UnionStep& step, std::vector<OperatorPointer> inputs)
    : step_{step}, inputs_{std::move(inputs)} {}

bool Union::next(Batch& out) {
    Batch input;
    while (part_ < inputs_.size() && !inputs_[part_]->next(input)) {
        inputs_[part_].reset(); // what it holds is not needed any more
        ++part_;
    }
    if (part_ == inputs_.size()) return false;
    out = input;
    const auto& slots = step_.parts[part_].slots;
    for (std::size_t at = 0; at < slots.size(); ++at) out.share(step_.slots[at], input, slots[at]);
    return true;
}

} // namespace lintas::query
