// Unwind: one row for each element of a list.
#pragma once

#include "query/run/list_elements.h"
#include "query/run/matcher.h"
#include "query/run/operand.h"

#include <optional>

namespace lintas::query {

class Unwind final : public Matcher {
public:
    Unwind(const UnwindStep& step, OperatorPointer input, RunContext& context)
        : Matcher{std::move(input), context}, step_{step} {}

private:
    void start(const Batch& input) override;
    bool fill(RowNumbers& rows) override;
    void finish(Batch& out) override;

    const UnwindStep& step_;
    std::optional<Operand> lists_;         // of the input batch
    std::optional<ListElements> elements_; // of lists_
    Boxed values_;                         // of the last fill()
};

} // namespace lintas::query
