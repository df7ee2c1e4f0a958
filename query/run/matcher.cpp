#include "query/run/matcher.h"

namespace lintas::query {

bool Matcher::next(Batch& out) {
    while (true) {
        context_.check();
        if (!active_) {
            if (!input_->next(batch_)) return false;
            start(batch_);
        }
        RowNumbers rows;
        active_ = fill(rows);
        if (rows.empty()) continue;
        out = batch_.select(std::move(rows));
        finish(out);
        return true;
    }
}

} // namespace lintas::query
