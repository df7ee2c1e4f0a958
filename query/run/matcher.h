// Matcher: the operators that give each input row its matches. They say which rows match and what
// the new columns are; the loop over input batches and the bound on output batches is here.
//
// Invariant: output keeps the order of the input rows, each with its matches together.
#pragma once

#include "query/run/operator.h"

namespace lintas::query {

class Matcher : public Operator {
public:
    Matcher(OperatorPointer input, RunContext& context)
        : context_{context}, input_{std::move(input)} {}

    bool next(Batch& out) final;

protected:
    RunContext& context_;

private:
    // A new batch of input, which stays where it is until the next start().
    virtual void start(const Batch& input) = 0;
    // Appends the input row of each next match, about batch_rows of them; more may be left then.
    // False when the input batch has no match beyond these.
    virtual bool fill(RowNumbers& rows) = 0;
    // Sets the columns of the matches of the last fill(); `out` has its other columns already.
    virtual void finish(Batch& out) = 0;

    OperatorPointer input_;
    Batch batch_;
    bool active_ = false; // batch_ may have matches that were not given yet
};

} // namespace lintas::query
