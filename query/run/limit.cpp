#include "query/run/limit.h"

#include "query/run/row_count.h"

#include <algorithm>

namespace lintas::query {

bool Limit::next(Batch& out) {
    if (!left_) left_ = row_count(*step_.count, "`LIMIT`", context_);
    Batch batch;
    // Changes below are made even where none of their rows is wanted; the first pull makes them.
    if (*left_ == 0 && context_.is_writing() && !pulled_) input_->next(batch);
    pulled_ = true;
    if (*left_ == 0 || !input_->next(batch)) return false;
    out = batch.slice(0, std::min<std::uint64_t>(*left_, batch.rows()));
    *left_ -= out.rows();
    return true;
}

} // namespace lintas::query
