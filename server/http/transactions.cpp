#include "server/http/transactions.h"

#include "graph/error.h"
#include "graph/uuid.h"

#include <fmt/format.h>

namespace lintas::server {

std::optional<Transactions::Use> Transactions::add(query::ExplicitTransaction transaction) {
    auto entry = std::make_unique<Entry>(Entry{std::move(transaction)});
    const std::lock_guard lock{mutex_};
    std::erase_if(entries_, [](const auto& named) {
        return !named.second->in_use && named.second->transaction.is_over();
    });
    if (entries_.size() >= most_) return std::nullopt;
    const auto [at, is_new] = entries_.emplace(random_uuid(), std::move(entry));
    return Use{*this, at->first, at->second->transaction};
}

Transactions::Use Transactions::take(const std::string& id) {
    const std::lock_guard lock{mutex_};
    const auto found = entries_.find(id);
    const auto is_there =
        found != entries_.end() && (found->second->in_use || !found->second->transaction.is_over());
    if (!is_there)
        throw Error{ErrorCode::Transaction, ErrorDetail::TransactionOver,
                    fmt::format("There is no open transaction `{}`", id)};
    if (std::exchange(found->second->in_use, true))
        throw Error{ErrorCode::Transaction, ErrorDetail::AccessedConcurrently,
                    fmt::format("Another request uses the transaction `{}`", id)};
    return Use{*this, id, found->second->transaction};
}

void Transactions::give_back(const std::string& id) {
    const std::lock_guard lock{mutex_};
    entries_.at(id)->in_use = false;
}

void Transactions::forget(const std::string& id) {
    std::unique_lock lock{mutex_};
    const auto entry = entries_.extract(id); // rolled back when it goes, after the lock
    lock.unlock();
}

} // namespace lintas::server
