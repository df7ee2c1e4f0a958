// Union: the rows of each part in turn, their columns renamed alike.
#pragma once

#include "query/run/operator.h"

#include <vector>

namespace lintas::query {

class Union final : public Operator {
public:
    // One input a part, in the order of the step's.
    Union(const UnionStep& step, std::vector<OperatorPointer> inputs);
    bool next(Batch& out) override;

private:
    const UnionStep& step_;
    std::vector<OperatorPointer> inputs_;
    std::size_t part_ = 0;
};

} // namespace lintas::query
