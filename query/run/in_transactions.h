// Runs a body on its input's rows in parts, each in a transaction of its own.
//
// Invariant: the whole input is read before the first part begins. A part is committed before its
// rows are handed out.
#pragma once

#include "query/run/drained.h"
#include "query/run/transaction_source.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace lintas::query {

class InTransactions final : public Operator {
public:
    InTransactions(const TransactionsStep& step, OperatorPointer input, RunContext& context);
    bool next(Batch& out) override;

private:
    // Batches of together as many rows as a part has.
    using Part = std::vector<Batch>;

    void begin();
    Part take_part();
    void run(Part part);
    std::vector<Batch> answers_of(const Part& part);
    // The rows as they were, with nulls for what the body adds.
    std::vector<Batch> without_results(const Part& part) const;
    void add_status(std::vector<Batch>& batches, bool is_started, bool is_committed,
                    const Value& message) const;

    const TransactionsStep& step_;
    RunContext& context_;
    Drained input_;
    std::optional<Batch> rest_; // of the input, not in a part yet
    std::size_t size_ = 0;      // rows in a part
    std::int64_t number_ = 0;   // of the part
    bool is_broken_ = false;    // a part failed, after which no other one runs
    std::vector<Batch> results_;
    std::size_t at_ = 0;
};

} // namespace lintas::query
