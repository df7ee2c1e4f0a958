// What a shell works with: the engine, the values of parameters, and the transaction that is open.
//
// Invariant: outside a transaction each statement is committed by itself. What fails throws Error;
// `query()` is then the text that the error's span is of.
#pragma once

#include "graph/store.h"
#include "query/engine.h"
#include "query/explicit_transaction.h"
#include "query/limits.h"
#include "query/result.h"
#include "server/output/sink.h"
#include "server/output/table_format.h"
#include "server/shell/signals.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::server {

struct SessionOptions {
    query::Limits limits{};
    void (*write)(query::Cursor&,
                  Sink&) = server::write_table; // cut to the terminal if there is one
    Signals* signals = nullptr;                 // of the terminal; without it there is none
};

class Session {
public:
    // All outlive it. `query` is where the text is put that the span of an error is of.
    Session(query::Engine& engine, const Store& store, const SessionOptions& options, Sink& output,
            std::ostream& errors, std::string& query);

    // Writes the answer, and to a terminal what it changed and took.
    void run(const std::string& statement);
    void write_answers_with(void (*write)(query::Cursor&, Sink&)) { options_.write = write; }
    const std::string& query() const { return query_; }
    void forget_query() { query_.clear(); }

    Map& parameters() { return parameters_; }
    // The value of a Cypher expression, which may read but not write.
    Value evaluate(const std::string& expression);

    // Transaction errors where one is open already, or none.
    void begin();
    void commit();
    void roll_back();
    bool is_in_transaction() const { return transaction_.has_value(); }
    bool has_failed() const { return has_failed_; }

    query::Completion complete(std::string_view text) const;
    std::shared_ptr<const Snapshot> snapshot() const { return store_.snapshot(); }

    // A table of our own. The ids in the rows are of `graph`.
    void write_table(const std::vector<std::string>& columns,
                     const std::vector<std::vector<Value>>& rows, const Snapshot& graph);
    void write(std::string_view text) { output_.write(text); }
    // Only for people.
    void remark(std::string_view text);
    void flush() { output_.flush(); }

private:
    std::unique_ptr<query::Cursor> start(const std::string& statement, const query::Limits& limits);
    void tell(const query::Summary& summary, std::chrono::steady_clock::duration time);
    void require_transaction() const;
    std::size_t terminal() const;

    query::Engine& engine_;
    const Store& store_;
    SessionOptions options_;
    Sink& output_;
    std::ostream& errors_;
    Map parameters_;
    std::string& query_;
    std::optional<query::ExplicitTransaction> transaction_;
    bool has_failed_ = false; // a statement of the transaction
};

} // namespace lintas::server
