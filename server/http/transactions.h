// The transactions that clients have open, by the id that only who opened one knows.
//
// Invariant: each is used by one request at a time. One that a request does not keep() is rolled
// back and forgotten: any error ends it.
#pragma once

#include "query/explicit_transaction.h"

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace lintas::server {

class Transactions {
public:
    explicit Transactions(std::size_t most) : most_{most} {}

    // Must not outlive the Transactions.
    class Use {
    public:
        Use(Use&& other) noexcept
            : owner_{std::exchange(other.owner_, nullptr)}, id_{std::move(other.id_)},
              transaction_{other.transaction_} {}
        Use& operator=(Use&&) = delete;
        ~Use() {
            if (owner_ != nullptr) owner_->forget(id_);
        }

        query::ExplicitTransaction& transaction() const { return *transaction_; }
        const std::string& id() const { return id_; }
        // From now on the next request may use it, and this one may not.
        void keep() { std::exchange(owner_, nullptr)->give_back(id_); }

    private:
        friend class Transactions;
        Use(Transactions& owner, std::string id, query::ExplicitTransaction& transaction)
            : owner_{&owner}, id_{std::move(id)}, transaction_{&transaction} {}
        Transactions* owner_;
        std::string id_;
        query::ExplicitTransaction* transaction_;
    };

    // Nothing if as many are open as may be.
    std::optional<Use> add(query::ExplicitTransaction transaction);
    // Transaction TransactionOver if there is none of that id, AccessedConcurrently if another
    // request uses it.
    Use take(const std::string& id);

private:
    struct Entry {
        query::ExplicitTransaction transaction;
        bool in_use = true;
    };

    void give_back(const std::string& id);
    void forget(const std::string& id);

    std::mutex mutex_; // guards all below
    std::map<std::string, std::unique_ptr<Entry>> entries_;
    std::size_t most_;
};

} // namespace lintas::server
