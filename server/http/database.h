// What the HTTP service serves: queries in, cursors out.
//
// Invariant: safe to call from many threads at once.
#pragma once

#include "graph/store.h"
#include "query/engine.h"

#include <memory>
#include <string_view>

namespace lintas::server {

class Database {
public:
    virtual ~Database() = default;

    // Throws what query::Engine::run() throws.
    virtual std::unique_ptr<query::Cursor> run(std::string_view text, const Map& parameters,
                                               const query::Limits& limits) = 0;
    virtual std::shared_ptr<const Snapshot> snapshot() const = 0;
};

// A store and the engine over it. The store must outlive the database.
class StoreDatabase final : public Database {
public:
    explicit StoreDatabase(Store& store) : store_{store}, engine_{store} {}

    std::unique_ptr<query::Cursor> run(std::string_view text, const Map& parameters,
                                       const query::Limits& limits) override {
        return engine_.run(text, parameters, limits);
    }
    std::shared_ptr<const Snapshot> snapshot() const override { return store_.snapshot(); }

private:
    Store& store_;
    query::Engine engine_;
};

} // namespace lintas::server
