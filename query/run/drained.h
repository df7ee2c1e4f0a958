// All batches of an input, read before anything is changed, then handed out again one by one.
//
// Invariant: what the batches hold does not depend on the graph any more: strings that lie in the
// store's memory are copied, since the changes to come may move them.
#pragma once

#include "query/run/operator.h"

#include <cstddef>
#include <vector>

namespace lintas::query {

class Drained {
public:
    Drained(OperatorPointer input, RunContext& context);

    // Reads the whole input the first time; true then only.
    bool read();
    std::vector<Batch>& batches() { return batches_; }
    // The next batch that has rows; false after the last.
    bool next(Batch& out);

private:
    OperatorPointer input_;
    RunContext& context_;
    std::vector<Batch> batches_;
    std::size_t at_ = 0;
};

// The batch with copies of the strings that lie in the store's memory.
void own_strings(Batch& batch);

} // namespace lintas::query
