// A statement that is being answered: a cursor that owns everything that its operators refer to.
//
// Invariant: one that runs in a transaction, or commits in parts, has run to its end when start()
// returns: its changes are complete before its first row is given.
#pragma once

#include "query/begin_writing.h"
#include "query/plan/planner.h"
#include "query/procedures/procedure.h"
#include "query/result.h"
#include "query/run/operator.h"
#include "query/run/profile.h"
#include "query/run/transaction_source.h"
#include "query/syntax/ast_statement.h"
#include "query/writing.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::query {

struct Prepared {
    PlannedQuery planned;
    syntax::ExplainMode mode;

    bool writes() const {
        return (planned.writes || planned.in_transactions) && mode != syntax::ExplainMode::Explain;
    }
};

// Parses and plans; all that it throws is of compile time. A missing parameter is an error, too.
Prepared prepare(std::string_view text, const Snapshot& snapshot, const Procedures& procedures,
                 const Indexes& indexes, const Map& parameters);

class RunningQuery final : public Cursor {
public:
    // `writing`, in the transaction that `snapshot` is, is used by start() only; or nullptr.
    RunningQuery(std::shared_ptr<const Snapshot> snapshot, std::shared_ptr<Indexes> indexes,
                 Writing* writing, PlannedQuery planned, Map parameters, const Limits& limits,
                 Deadline deadline);

    // For a statement that commits in parts.
    void commit_through(std::unique_ptr<TransactionSource> source);
    // All statements of an explicit transaction have one time of transaction.
    const ZonedDateTime& transaction_time();
    void set_transaction_time(const ZonedDateTime& time);

    void start(const std::shared_ptr<const Procedures>& procedures);
    // Describes the plan in place of running it.
    void explain(std::string_view text);
    // From now on counts what each step does, for the summary. REQUIRES: start() comes later.
    void measure(std::string_view text);

    const std::vector<std::string>& columns() const override { return planned_.columns; }
    const Snapshot& graph() const override { return *snapshot_; }
    const Summary& summary() const override { return summary_; }
    bool next(std::vector<Value>& row) override;

private:
    // Does the statement run to its end in start()?
    bool runs_at_once() const { return writing_ != nullptr || source_ != nullptr; }
    void finish_at_once();
    // Nothing once the query is over, or once it failed.
    std::optional<Batch> pull_batch();
    std::optional<Batch> next_batch();
    bool pull();
    void count_rows(std::size_t rows);

    std::shared_ptr<const Snapshot> snapshot_; // shared with the store, which may move on meanwhile
    Writing* writing_;
    IndexView indexes_; // of a statement that reads
    std::unique_ptr<TransactionSource> source_;
    PlannedQuery planned_;
    Map parameters_;
    RunContext context_;
    OperatorPointer root_;
    std::vector<Batch> finished_;
    std::size_t at_finished_ = 0;
    Batch batch_;
    std::vector<const Column*> columns_;
    std::size_t at_ = 0;
    std::uint64_t rows_ = 0; // given, or in a transaction found, so far
    std::uint64_t most_rows_;
    Summary summary_;
    std::string measured_text_;
    Profile profile_;
};

} // namespace lintas::query
