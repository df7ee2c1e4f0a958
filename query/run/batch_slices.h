// BatchSlices: hands out a large batch in pieces of batch_rows rows.
#pragma once

#include "graph/store.h"
#include "query/run/batch.h"

namespace lintas::query {

class BatchSlices {
public:
    BatchSlices() = default;
    explicit BatchSlices(Batch batch) : batch_{std::move(batch)} {}

    bool next(Batch& out) {
        if (at_ >= batch_.rows()) return false;
        out = batch_.slice(at_, batch_rows);
        at_ += out.rows();
        return true;
    }

private:
    Batch batch_;
    std::size_t at_ = 0;
};

} // namespace lintas::query
