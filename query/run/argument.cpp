#include "query/run/argument.h"

namespace lintas::query {

Argument::Argument(RunContext& context, const Batch* argument)
    : batch_{argument ? *argument : Batch{context.frame_width(), 1}} {}

bool Argument::next(Batch& out) {
    if (done_ || batch_.rows() == 0) return false;
    done_ = true;
    out = std::move(batch_);
    return true;
}

} // namespace lintas::query
