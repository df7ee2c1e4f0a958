#include "query/idle_transactions.h"

#include <algorithm>

namespace lintas::query {

void IdleTransactions::add(const std::shared_ptr<OpenTransaction>& transaction) {
    const std::lock_guard lock{mutex_};
    transactions_.push_back(transaction);
    has_new_ = true;
    if (!thread_.joinable())
        thread_ = std::jthread{[this](const std::stop_token& stop) { watch(stop); }};
    changed_.notify_one();
}

void IdleTransactions::watch(const std::stop_token& stop) {
    std::unique_lock lock{mutex_};
    while (!stop.stop_requested()) {
        has_new_ = false;
        const auto next = look();
        changed_.wait_until(lock, stop, next, [this] { return has_new_; });
    }
}

OpenTransaction::Clock::time_point IdleTransactions::look() {
    auto next = OpenTransaction::Clock::now() + std::chrono::hours{1};
    std::erase_if(transactions_, [&next](const std::weak_ptr<OpenTransaction>& weak) {
        const auto transaction = weak.lock();
        const auto due = transaction ? transaction->expire() : std::nullopt;
        if (due) next = std::min(next, *due);
        return !due;
    });
    return next;
}

} // namespace lintas::query
