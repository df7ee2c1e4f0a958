#include "query/run/for_each_row.h"

namespace lintas::query {

ForEachRow::ForEachRow(const ForEachRowStep& step, OperatorPointer input, RunContext& context)
    : step_{step}, context_{context}, input_{std::move(input), context} {}

void ForEachRow::run_inner(const Batch& rows) {
    Batch argument{context_.frame_width(), rows.rows()};
    for (const auto& [outer, inner] : step_.imports)
        if (rows.is_set(outer)) argument.share(inner, rows, outer);
    const auto inner = build(*step_.inner, context_, &argument);
    for (Batch ignored; inner->next(ignored); ignored = Batch{}) context_.check();
}

bool ForEachRow::next(Batch& out) {
    if (input_.read())
        for (const auto& batch : input_.batches()) {
            if (!step_.per_row) {
                run_inner(batch);
                continue;
            }
            for (std::uint32_t row = 0; row < batch.rows(); ++row) run_inner(batch.select({row}));
        }
    return input_.next(out);
}

} // namespace lintas::query
