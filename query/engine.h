// The face of the query language: text in, rows out. The command line, HTTP, Bolt and the report
// all ask here.
//
// Invariant: an Engine may be used by many threads at once; each run() has its own snapshot. All
// compile-time errors are thrown by run() itself, before a row is read.
#pragma once

#include "graph/error.h"
#include "graph/store.h"
#include "query/procedures/procedure.h"
#include "query/result.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace lintas::query {

// What one query may use. Zero means no limit.
struct Limits {
    std::chrono::milliseconds time{0};
    std::uint64_t memory_bytes = 0; // of what operators must hold: sorts, groups, collected lists
    std::uint64_t rows = 0;         // of the answer
    std::stop_token cancel;
};

class Engine {
public:
    // `store` must outlive the engine.
    explicit Engine(Store& store);
    ~Engine();

    // Runs one statement. A name in `parameters` is written without its `$`.
    std::unique_ptr<Cursor> run(std::string_view text, const Map& parameters = {},
                                const Limits& limits = {});

    // Adds a procedure for the queries to come, or takes away all that were added: for embedders,
    // and for the TCK, whose scenarios bring their own.
    void add_procedure(Procedure procedure);
    void reset_procedures();

private:
    std::shared_ptr<const Procedures> procedures() const;

    Store& store_;
    mutable std::mutex guard_;
    // Shared with the queries that are being planned; replaced as a whole.
    std::shared_ptr<const Procedures> procedures_;
};

// The error with the query's line and carets under the span, for people.
std::string render(const Error& error, std::string_view text);

} // namespace lintas::query
