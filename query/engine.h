// The face of the query language: text in, rows out. The command line, HTTP, Bolt and the report
// all ask here.
//
// Invariant: an Engine may be used by many threads at once; each run() has its own snapshot. All
// compile-time errors are thrown by run() itself, before a row is read.
#pragma once

#include "graph/error.h"
#include "graph/store.h"
#include "query/complete.h"
#include "query/explicit_transaction.h"
#include "query/limits.h"
#include "query/procedures/procedure.h"
#include "query/result.h"

#include <chrono>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>

namespace lintas {
class Indexes;
}

namespace lintas::query {

class IdleTransactions;

struct EngineOptions {
    bool read_only = false; // statements that would change the graph are refused
};

class Engine {
public:
    // `store` must outlive the engine.
    explicit Engine(Store& store, const EngineOptions& options = {});
    ~Engine();

    // Runs one statement, in a transaction of its own where it changes the graph; one that is sent
    // for reading may not. A name in `parameters` is written without its `$`.
    std::unique_ptr<Cursor> run(std::string_view text, const Map& parameters = {},
                                const Limits& limits = {}, Access access = Access::Write);

    // The engine must outlive the transaction.
    ExplicitTransaction begin(const TransactionOptions& options = {});

    // Waits until later statements see what the bookmarks stand for. Transaction InvalidBookmark
    // for those of other stores, UnreachedBookmark if it takes longer than that.
    void wait_for(std::span<const std::string> bookmarks, std::chrono::milliseconds longest_wait);

    // How the text, which somebody is typing, may go on. SyntaxError for text that is too long or
    // not UTF-8.
    Completion complete(std::string_view text, const Map& parameters) const;

    // Adds a procedure for the queries to come, or takes away all that were added: for embedders,
    // and for the TCK, whose scenarios bring their own.
    void add_procedure(Procedure procedure);
    void reset_procedures();

private:
    std::shared_ptr<const Procedures> procedures() const;

    Store& store_;
    const EngineOptions options_;
    mutable std::mutex guard_;
    // Shared with the queries that are being planned; replaced as a whole.
    std::shared_ptr<const Procedures> procedures_;
    std::shared_ptr<Indexes> indexes_; // shared with cursors, which may outlive the engine
    std::unique_ptr<IdleTransactions> idle_transactions_;
};

// The error with the query's line and carets under the span, for people.
std::string render(const Error& error, std::string_view text);

} // namespace lintas::query
