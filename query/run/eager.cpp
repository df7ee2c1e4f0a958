#include "query/run/eager.h"

namespace lintas::query {

bool Eager::next(Batch& out) {
    if (!is_read_) {
        is_read_ = true;
        for (Batch batch; input_->next(batch);) {
            context_.check();
            held_.add(batch.bytes());
            batches_.push_back(std::move(batch));
        }
    }
    if (batches_.empty()) return false;
    out = std::move(batches_.front());
    batches_.pop_front();
    return true;
}

} // namespace lintas::query
