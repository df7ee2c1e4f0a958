#include "query/run/pipe.h"

namespace lintas::query {

Pipe::Pipe(const PipeStep& step, OperatorPointer input, RunContext& context)
    : step_{step}, input_{std::move(input)}, context_{context}, all_{context.frame_width(), 0},
      held_{context} {}

void Pipe::read_input() {
    for (Batch batch; input_->next(batch); batch = Batch{}) {
        context_.check();
        held_.add(batch.bytes());
        all_.append(batch);
    }
    input_.reset();
}

bool Pipe::next(Batch& out) {
    if (!inner_) {
        read_input();
        inner_ = build(*step_.inner, context_, &all_);
    }
    return inner_->next(out);
}

} // namespace lintas::query
