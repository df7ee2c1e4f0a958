// CALL: for each row the rows of a procedure, as it gives them.
#pragma once

#include "query/procedures/procedure_answer.h"
#include "query/run/matcher.h"

#include <vector>

namespace lintas::query {

class CallProcedure final : public Matcher {
public:
    CallProcedure(const CallProcedureStep& step, OperatorPointer input, RunContext& context)
        : Matcher{std::move(input), context}, step_{step} {}

private:
    void start(const Batch& input) override;
    bool fill(RowNumbers& rows) override;
    void finish(Batch& out) override;

    ProcedureAnswerPointer call();
    // Appends the rows of a block to the columns of the output.
    void add(const ProcedureBlock& block, RowNumbers& rows);
    void add_row_without_match(RowNumbers& rows);

    const CallProcedureStep& step_;
    std::vector<Column> arguments_;
    std::uint32_t row_ = 0;
    std::uint32_t rows_ = 0;
    ProcedureAnswerPointer answer_; // of the call for row_, while it may have more
    bool has_answered_ = false;     // had that call a row?
    std::vector<Column> columns_;   // of the output
};

} // namespace lintas::query
