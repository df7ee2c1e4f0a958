// Ends transactions that nobody uses any more, so that a client that went away does not keep the
// writer's turn or an old snapshot for ever.
//
// Invariant: a thread runs only once a transaction was added; it ends with this object.
#pragma once

#include "query/open_transaction.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace lintas::query {

class IdleTransactions {
public:
    // One with an idle time or a greatest age.
    void add(const std::shared_ptr<OpenTransaction>& transaction);

private:
    void watch(const std::stop_token& stop);
    // When to look again.
    OpenTransaction::Clock::time_point look();

    std::mutex mutex_; // guards the list
    std::condition_variable_any changed_;
    // Weak: the owner of a transaction may end it at any time.
    std::vector<std::weak_ptr<OpenTransaction>> transactions_;
    bool has_new_ = false;
    std::jthread thread_; // the last member: ends before the others go
};

} // namespace lintas::query
