// The column of an expression: borrowed from the batch where the expression is just a slot.
//
// Invariant: the batch outlives the operand, and its slot is not set anew meanwhile.
#pragma once

#include "query/run/evaluate.h"

namespace lintas::query {

class Operand {
public:
    Operand(const Expression& expression, const Batch& batch, RunContext& context) {
        if (const auto* slot = std::get_if<SlotExpression>(&expression.form)) {
            borrowed_ = &batch.column(slot->slot);
        } else {
            owned_ = evaluate(expression, batch, context);
        }
    }
    explicit Operand(Column column) : owned_{std::move(column)} {}

    const Column& operator*() const { return borrowed_ ? *borrowed_ : owned_; }
    const Column* operator->() const { return &**this; }

private:
    Column owned_;
    const Column* borrowed_ = nullptr;
};

} // namespace lintas::query
