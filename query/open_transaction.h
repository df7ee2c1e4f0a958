// The state of an explicit transaction, as its owner, its cursors and the end of idle ones share
// it.
//
// Invariant: once it is over it holds neither a snapshot nor the writer's turn.
#pragma once

#include "graph/store.h"
#include "query/explicit_transaction.h"
#include "query/procedures/procedure.h"
#include "query/running_query.h"
#include "query/writing.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

namespace lintas::query {

class OpenTransaction : public std::enable_shared_from_this<OpenTransaction> {
public:
    using Clock = std::chrono::steady_clock;

    // `store` outlives it. Where the store may only be read, `store_is_read_only` says so.
    OpenTransaction(Store& store, std::shared_ptr<Indexes> indexes,
                    std::shared_ptr<const Procedures> procedures, const TransactionOptions& options,
                    bool store_is_read_only);

    std::unique_ptr<Cursor> run(std::string_view text, const Map& parameters, const Limits& limits);
    std::string commit();
    void roll_back();
    void keep_alive();
    bool is_over() const;
    std::chrono::system_clock::time_point expiry() const;

    // Rolls it back if it has been idle for its time, or is too old. Gives when to look again, or
    // nothing once it is over.
    std::optional<Clock::time_point> expire();
    // A cursor of it failed.
    void fail();
    void touch();

private:
    enum class State { Open, Failed, Committed, RolledBack, Expired };
    using Use = std::unique_lock<std::timed_mutex>;

    // The right to use it. Throws where somebody else does, or where it is not open.
    Use use();
    void require_open() const;
    // When it expires if it is not used any more; nothing if never.
    std::optional<Clock::time_point> due() const;
    void end(State state);
    Prepared prepare_statement(std::string_view text, const Map& parameters, const Limits& limits,
                               Deadline deadline);
    std::unique_ptr<Cursor> run_prepared(Prepared prepared, std::string_view text,
                                         const Map& parameters, const Limits& limits,
                                         Deadline deadline);
    void become_writer(const Limits& limits, Deadline deadline);

    Store& store_;
    const std::shared_ptr<Indexes> indexes_; // shared with the engine, as the next
    const std::shared_ptr<const Procedures> procedures_;
    const TransactionOptions options_;
    const bool store_is_read_only_;
    const Clock::time_point begin_ = Clock::now();
    std::timed_mutex mutex_;                // guards what follows, but for the atomics
    std::shared_ptr<const Snapshot> graph_; // shared with cursors; null before the first statement
    std::shared_ptr<Transaction> transaction_; // the same object, once something was changed
    std::unique_ptr<Writing> writing_;         // in it
    std::optional<ZonedDateTime> time_;        // as the statements see it
    std::atomic<State> state_ = State::Open;
    std::atomic<Clock::time_point> last_use_;
};

} // namespace lintas::query
