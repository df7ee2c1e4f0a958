// What the HTTP service serves: queries in, cursors out.
//
// Invariant: safe to call from many threads at once.
#pragma once

#include "graph/store.h"
#include "query/engine.h"

#include <chrono>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace lintas::server {

class Database {
public:
    virtual ~Database() = default;

    // Throws what query::Engine::run() throws.
    virtual std::unique_ptr<query::Cursor> run(std::string_view text, const Map& parameters,
                                               const query::Limits& limits,
                                               query::Access access) = 0;
    // Throws what query::Engine::begin() and wait_for() throw.
    virtual query::ExplicitTransaction begin(const query::TransactionOptions& options) = 0;
    virtual void wait_for(std::span<const std::string> bookmarks,
                          std::chrono::milliseconds longest_wait) = 0;
    virtual std::shared_ptr<const Snapshot> snapshot() const = 0;
    // For conformance tests; see query::Engine.
    virtual void add_procedure(query::Procedure procedure) = 0;
    virtual void reset_procedures() = 0;
};

// A store and the engine over it. The store must outlive the database.
class StoreDatabase final : public Database {
public:
    explicit StoreDatabase(Store& store, const query::EngineOptions& options = {})
        : store_{store}, engine_{store, options} {}

    std::unique_ptr<query::Cursor> run(std::string_view text, const Map& parameters,
                                       const query::Limits& limits, query::Access access) override {
        return engine_.run(text, parameters, limits, access);
    }
    query::ExplicitTransaction begin(const query::TransactionOptions& options) override {
        return engine_.begin(options);
    }
    void wait_for(std::span<const std::string> bookmarks,
                  std::chrono::milliseconds longest_wait) override {
        engine_.wait_for(bookmarks, longest_wait);
    }
    std::shared_ptr<const Snapshot> snapshot() const override { return store_.snapshot(); }
    void add_procedure(query::Procedure procedure) override {
        engine_.add_procedure(std::move(procedure));
    }
    void reset_procedures() override { engine_.reset_procedures(); }

private:
    Store& store_;
    query::Engine engine_;
};

} // namespace lintas::server
