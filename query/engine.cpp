#include "query/engine.h"

#include "graph/index/indexes.h"
#include "query/bookmark.h"
#include "query/idle_transactions.h"
#include "query/moving_snapshot.h"
#include "query/refuse_writing.h"
#include "query/running_query.h"
#include "query/store_transactions.h"
#include "query/syntax/source.h"
#include "query/writing.h"

#include <fmt/format.h>

#include <condition_variable>
#include <mutex>
#include <utility>

namespace lintas::query {

namespace {

// How long a new state may go unnoticed by those who wait for it.
constexpr std::chrono::milliseconds pause{5};

} // namespace

Engine::Engine(Store& store, const EngineOptions& options)
    : store_{store}, options_{options}, procedures_{std::make_shared<const Procedures>()},
      indexes_{std::make_shared<Indexes>(store)}, idle_transactions_{
                                                      std::make_unique<IdleTransactions>()} {}
Engine::~Engine() { indexes_->close(); }

std::shared_ptr<const Procedures> Engine::procedures() const {
    const std::scoped_lock lock{guard_};
    return procedures_;
}

void Engine::add_procedure(Procedure procedure) {
    const std::scoped_lock lock{guard_};
    auto changed = std::make_shared<Procedures>(*procedures_);
    changed->add(std::move(procedure));
    procedures_ = std::move(changed);
}

void Engine::reset_procedures() {
    const std::scoped_lock lock{guard_};
    procedures_ = std::make_shared<const Procedures>();
}

std::unique_ptr<Cursor> Engine::run(std::string_view text, const Map& parameters,
                                    const Limits& limits, Access access) {
    const auto deadline = deadline_of(limits);
    auto snapshot = store_.snapshot();
    const auto known = procedures();
    auto prepared = prepare(text, *snapshot, *known, *indexes_, parameters);
    if (!prepared.writes()) {
        auto running = std::make_unique<RunningQuery>(std::move(snapshot), indexes_, nullptr,
                                                      std::move(prepared.planned), parameters,
                                                      limits, deadline);
        if (prepared.mode == syntax::ExplainMode::Profile) running->measure(text);
        if (prepared.mode == syntax::ExplainMode::Explain)
            running->explain(text);
        else
            running->start(known);
        return running;
    }
    if (options_.read_only) refuse_writing_to_store();
    if (access == Access::Read) refuse_writing_in_transaction();
    if (prepared.planned.in_transactions) {
        const auto graph = std::make_shared<MovingSnapshot>(std::move(snapshot));
        auto running = std::make_unique<RunningQuery>(
            graph, indexes_, nullptr, std::move(prepared.planned), parameters, limits, deadline);
        running->commit_through(
            std::make_unique<StoreTransactions>(store_, indexes_, graph, known, limits, deadline));
        if (prepared.mode == syntax::ExplainMode::Profile) running->measure(text);
        running->start(known);
        return running;
    }
    snapshot.reset();
    // Planned again on what the writer sees: the graph may have changed while it waited.
    const std::shared_ptr<Transaction> transaction = begin_writing(store_, limits, deadline);
    Writing writing{indexes_, *transaction};
    auto running = std::make_unique<RunningQuery>(
        transaction, indexes_, &writing,
        prepare(text, *transaction, *known, *indexes_, parameters).planned, parameters, limits,
        deadline);
    if (prepared.mode == syntax::ExplainMode::Profile) running->measure(text);
    running->start(known);
    writing.commit();
    return running;
}

ExplicitTransaction Engine::begin(const TransactionOptions& options) {
    auto open = std::make_shared<OpenTransaction>(store_, indexes_, procedures(), options,
                                                  options_.read_only);
    if (options.idle_time.count() > 0 || options.longest_time.count() > 0)
        idle_transactions_->add(open);
    return ExplicitTransaction{std::move(open)};
}

void Engine::wait_for(std::span<const std::string> bookmarks,
                      std::chrono::milliseconds longest_wait) {
    const auto deadline = std::chrono::steady_clock::now() + longest_wait;
    // Commits may come from other engines, and from other processes: nobody tells of them.
    std::mutex mutex;
    std::unique_lock lock{mutex};
    std::condition_variable nobody;
    for (const auto& bookmark : bookmarks) {
        while (true) {
            const auto snapshot = store_.snapshot();
            if (version_of(*snapshot, bookmark) <= snapshot->version()) break;
            if (std::chrono::steady_clock::now() >= deadline)
                throw Error{ErrorCode::Transaction, ErrorDetail::UnreachedBookmark,
                            fmt::format("The store has not reached `{}` in time", bookmark)};
            nobody.wait_for(lock, pause);
        }
    }
}

Completion Engine::complete(std::string_view text, const Map& parameters) const {
    return query::complete(text, *store_.snapshot(), *procedures(), parameters);
}

std::string render(const Error& error, std::string_view text) {
    return syntax::render(error, text);
}

} // namespace lintas::query
