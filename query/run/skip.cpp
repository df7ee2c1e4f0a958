#include "query/run/skip.h"

#include "query/run/row_count.h"

namespace lintas::query {

bool Skip::next(Batch& out) {
    if (!left_) left_ = row_count(*step_.count, "`SKIP`", context_);
    for (Batch batch; input_->next(batch);) {
        const auto rows = batch.rows();
        if (*left_ >= rows) {
            *left_ -= rows;
            continue;
        }
        out = batch.slice(*left_, rows);
        left_ = 0;
        return true;
    }
    return false;
}

} // namespace lintas::query
