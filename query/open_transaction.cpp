#include "query/open_transaction.h"

#include "graph/error.h"
#include "query/bookmark.h"
#include "query/refuse_writing.h"

#include <algorithm>
#include <utility>

namespace lintas::query {

namespace {

// Until the age of a transaction in use is looked at again.
constexpr std::chrono::milliseconds busy_pause{100};

// Tells the transaction when it fails half-way, and that somebody still reads.
class TransactionCursor final : public Cursor {
public:
    TransactionCursor(std::unique_ptr<Cursor> cursor, std::shared_ptr<OpenTransaction> owner)
        : cursor_{std::move(cursor)}, owner_{std::move(owner)} {}

    const std::vector<std::string>& columns() const override { return cursor_->columns(); }
    const Snapshot& graph() const override { return cursor_->graph(); }
    const Summary& summary() const override { return cursor_->summary(); }

    bool next(std::vector<Value>& row) override {
        owner_->touch();
        try {
            return cursor_->next(row);
        } catch (...) {
            owner_->fail();
            throw;
        }
    }

private:
    std::unique_ptr<Cursor> cursor_;
    std::shared_ptr<OpenTransaction> owner_;
};

} // namespace

OpenTransaction::OpenTransaction(Store& store, std::shared_ptr<Indexes> indexes,
                                 std::shared_ptr<const Procedures> procedures,
                                 const TransactionOptions& options, bool store_is_read_only)
    : store_{store}, indexes_{std::move(indexes)}, procedures_{std::move(procedures)},
      options_{options}, store_is_read_only_{store_is_read_only}, last_use_{Clock::now()} {
    if (options_.access == Access::Read) graph_ = store_.snapshot();
}

OpenTransaction::Use OpenTransaction::use() {
    // Longer than whoever looks for idle transactions holds it.
    Use use{mutex_, busy_pause};
    if (!use.owns_lock())
        throw Error{ErrorCode::Transaction, ErrorDetail::AccessedConcurrently,
                    "Another statement of this transaction is running"};
    require_open();
    touch();
    return use;
}

void OpenTransaction::require_open() const {
    const auto over = [](const char* sentence) {
        throw Error{ErrorCode::Transaction, ErrorDetail::TransactionOver, sentence};
    };
    switch (state_) {
    case State::Open: return;
    case State::Committed: over("The transaction is over: it was committed"); break;
    case State::RolledBack: over("The transaction is over: it was rolled back"); break;
    case State::Expired:
        over("The transaction is over: it was rolled back after nothing was asked of it for its "
             "idle time");
        break;
    case State::Failed: break;
    }
    throw Error{ErrorCode::Transaction, ErrorDetail::TransactionFailed,
                "A statement of this transaction failed, so it can only be rolled back"};
}

std::unique_ptr<Cursor> OpenTransaction::run(std::string_view text, const Map& parameters,
                                             const Limits& limits) {
    const auto used = use();
    try {
        const auto deadline = deadline_of(limits);
        auto prepared = prepare_statement(text, parameters, limits, deadline);
        auto cursor = run_prepared(std::move(prepared), text, parameters, limits, deadline);
        touch();
        return std::make_unique<TransactionCursor>(std::move(cursor), shared_from_this());
    } catch (...) {
        fail();
        throw;
    }
}

Prepared OpenTransaction::prepare_statement(std::string_view text, const Map& parameters,
                                            const Limits& limits, Deadline deadline) {
    const auto before = graph_ ? graph_ : store_.snapshot();
    auto prepared = prepare(text, *before, *procedures_, *indexes_, parameters);
    if (prepared.writes() && prepared.planned.in_transactions) refuse_committing_in_parts();
    if (!prepared.writes() || transaction_) {
        graph_ = before;
        return prepared;
    }
    if (store_is_read_only_) refuse_writing_to_store();
    if (options_.access == Access::Read) refuse_writing_in_transaction();
    become_writer(limits, deadline);
    // Again on what the writer sees: names and statistics may have changed while it waited.
    return prepare(text, *graph_, *procedures_, *indexes_, parameters);
}

void OpenTransaction::become_writer(const Limits& limits, Deadline deadline) {
    std::shared_ptr<Transaction> transaction = begin_writing(store_, limits, deadline);
    const auto is_same = !graph_ || (graph_->identity() == transaction->identity() &&
                                     graph_->version() + 1 == transaction->version());
    if (!is_same)
        throw Error{ErrorCode::Transaction, ErrorDetail::TransactionOutdated,
                    "The graph has changed since this transaction first read it; run the "
                    "transaction again"};
    transaction_ = std::move(transaction);
    writing_ = std::make_unique<Writing>(indexes_, *transaction_);
    graph_ = transaction_;
}

std::unique_ptr<Cursor> OpenTransaction::run_prepared(Prepared prepared, std::string_view text,
                                                      const Map& parameters, const Limits& limits,
                                                      Deadline deadline) {
    auto running =
        std::make_unique<RunningQuery>(graph_, indexes_, writing_.get(),
                                       std::move(prepared.planned), parameters, limits, deadline);
    if (!time_) time_ = running->transaction_time();
    running->set_transaction_time(*time_);
    if (prepared.mode == syntax::ExplainMode::Profile) running->measure(text);
    if (prepared.mode == syntax::ExplainMode::Explain)
        running->explain(text);
    else
        running->start(procedures_);
    return running;
}

std::string OpenTransaction::commit() {
    const auto used = use();
    const auto graph = graph_ ? graph_ : store_.snapshot();
    const auto bookmark = bookmark_of(*graph, graph->version());
    const auto transaction = transaction_; // outlives the writing in it
    const auto writing = std::move(writing_);
    end(State::RolledBack);
    if (writing) writing->commit();
    state_ = State::Committed;
    return bookmark;
}

void OpenTransaction::roll_back() {
    const std::lock_guard lock{mutex_};
    if (!is_over()) end(State::RolledBack);
}

void OpenTransaction::keep_alive() { use(); }

bool OpenTransaction::is_over() const {
    const State state = state_;
    return state != State::Open && state != State::Failed;
}

std::optional<OpenTransaction::Clock::time_point> OpenTransaction::due() const {
    std::optional<Clock::time_point> due;
    if (options_.idle_time.count() > 0) due = last_use_.load() + options_.idle_time;
    if (options_.longest_time.count() > 0)
        due = std::min(due.value_or(Clock::time_point::max()), begin_ + options_.longest_time);
    return due;
}

std::chrono::system_clock::time_point OpenTransaction::expiry() const {
    using System = std::chrono::system_clock;
    const auto when = due();
    if (!when) return System::time_point::max();
    return System::now() + std::chrono::duration_cast<System::duration>(*when - Clock::now());
}

std::optional<OpenTransaction::Clock::time_point> OpenTransaction::expire() {
    const Use use{mutex_, std::try_to_lock};
    if (!use.owns_lock()) return Clock::now() + busy_pause; // a statement is running
    if (is_over()) return std::nullopt;
    const auto when = due();
    if (when && Clock::now() >= *when) {
        end(State::Expired);
        return std::nullopt;
    }
    return when;
}

void OpenTransaction::fail() {
    auto open = State::Open;
    state_.compare_exchange_strong(open, State::Failed);
}

void OpenTransaction::touch() { last_use_ = Clock::now(); }

void OpenTransaction::end(State state) {
    state_ = state;
    graph_.reset();
    writing_.reset();
    transaction_.reset();
}

} // namespace lintas::query
