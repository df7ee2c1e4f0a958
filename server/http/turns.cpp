#include "server/http/turns.h"

namespace lintas::server {

std::optional<Turns::Turn> Turns::take(std::chrono::milliseconds longest_wait) {
    std::unique_lock lock{mutex_};
    changed_.wait_for(lock, longest_wait, [this] { return free_ > 0 || closed_; });
    if (closed_ || free_ == 0) return std::nullopt;
    --free_;
    return Turn{*this};
}

void Turns::close() {
    const std::lock_guard lock{mutex_};
    closed_ = true;
    changed_.notify_all();
}

bool Turns::wait_for_all(std::chrono::milliseconds longest_wait) {
    std::unique_lock lock{mutex_};
    return changed_.wait_for(lock, longest_wait, [this] { return free_ == places_; });
}

void Turns::give_back() {
    const std::lock_guard lock{mutex_};
    ++free_;
    changed_.notify_all();
}

} // namespace lintas::server
