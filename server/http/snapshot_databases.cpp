#include "server/http/snapshot_databases.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <utility>

namespace lintas::server {

namespace {

class SnapshotDatabase final : public Database {
public:
    explicit SnapshotDatabase(std::unique_ptr<Store> store) : store_{std::move(store)} {}

    std::unique_ptr<query::Cursor> run(std::string_view text, const Map& parameters,
                                       const query::Limits& limits, query::Access access) override {
        return database_.run(text, parameters, limits, access);
    }
    query::ExplicitTransaction begin(const query::TransactionOptions& options) override {
        return database_.begin(options);
    }
    void wait_for(std::span<const std::string> bookmarks,
                  std::chrono::milliseconds longest_wait) override {
        database_.wait_for(bookmarks, longest_wait);
    }
    std::shared_ptr<const Snapshot> snapshot() const override { return database_.snapshot(); }
    void add_procedure(query::Procedure procedure) override {
        database_.add_procedure(std::move(procedure));
    }
    void reset_procedures() override { database_.reset_procedures(); }

private:
    std::unique_ptr<Store> store_;
    StoreDatabase database_{*store_, {.read_only = true}};
};

bool is_same(const Snapshot& left, const Snapshot& right) {
    return left.identity() == right.identity() && left.version() == right.version();
}

} // namespace

std::shared_ptr<Database> SnapshotDatabases::database(const std::string& name) {
    auto store = open_ ? open_(name) : nullptr;
    if (!store) throw Error{ErrorCode::Input, fmt::format("There is no snapshot `{}`", name)};
    const std::lock_guard lock{mutex_};
    // One of the same name may have been made anew.
    if (last_ && last_name_ == name && is_same(*last_->snapshot(), *store->snapshot()))
        return last_;
    last_ = std::make_shared<SnapshotDatabase>(std::move(store));
    last_name_ = name;
    return last_;
}

} // namespace lintas::server
