#include "query/run/filter.h"

#include "query/run/evaluate.h"

namespace lintas::query {

bool Filter::next(Batch& out) {
    for (Batch batch; input_->next(batch);) {
        context_.check();
        auto rows = true_rows(*step_.predicate, batch, context_);
        if (rows.empty()) continue;
        out = rows.size() == batch.rows() ? std::move(batch) : batch.select(std::move(rows));
        return true;
    }
    return false;
}

} // namespace lintas::query
