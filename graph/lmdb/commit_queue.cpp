#include "graph/lmdb/commit_queue.h"

#include "graph/error.h"
#include "graph/expect.h"

namespace lintas::lmdb {

CommitQueue::Ticket CommitQueue::add(std::uint64_t lsn, Bytes record) {
    const std::lock_guard lock{mutex_};
    if (has_failed_) fail();
    expect(lsn == added_ + 1, "commits are added in order");
    if (waiting_.empty()) first_waiting_ = lsn;
    waiting_.push_back(std::move(record));
    added_ = lsn;
    if (waiting_.size() >= expected_) gathered_.notify_one();
    return {lsn, restarts_};
}

CommitQueue::Ticket CommitQueue::ticket(std::uint64_t lsn) const {
    const std::lock_guard lock{mutex_};
    return {lsn, restarts_};
}

void CommitQueue::wait(Ticket ticket) {
    std::unique_lock lock{mutex_};
    while (true) {
        if (ticket.restarts != restarts_) fail();
        if (durable_ >= ticket.lsn) return;
        if (has_failed_) fail();
        if (is_writing_)
            changed_.wait(lock);
        else
            write_waiting(lock);
    }
}

void CommitQueue::wait_for_all() {
    std::unique_lock lock{mutex_};
    while (is_writing_ || (durable_ < added_ && !has_failed_)) {
        if (is_writing_)
            changed_.wait(lock);
        else
            write_waiting(lock);
    }
}

bool CommitQueue::has_failed() const {
    const std::lock_guard lock{mutex_};
    return has_failed_;
}

void CommitQueue::restart(std::uint64_t lsn) {
    const std::lock_guard lock{mutex_};
    waiting_.clear();
    durable_ = added_ = lsn;
    has_failed_ = false;
    ++restarts_;
}

void CommitQueue::fail() const {
    throw Error{ErrorCode::Storage,
                "The commit was not made, and nothing of it was kept: " + reason_};
}

void CommitQueue::gather(std::unique_lock<std::mutex>& lock) {
    // To sleep and wake up takes as long as the fastest disks do.
    constexpr std::chrono::microseconds shortest{50};
    if (last_write_ >= shortest && waiting_.size() < expected_)
        gathered_.wait_for(lock, last_write_ / 2, [this] { return waiting_.size() >= expected_; });
}

// One of those who wait writes for all of them; whoever comes in the meantime waits for the next.
void CommitQueue::write_waiting(std::unique_lock<std::mutex>& lock) {
    is_writing_ = true;
    gather(lock);
    const auto records = std::exchange(waiting_, {});
    const auto last = first_waiting_ + records.size() - 1;
    const auto first = first_waiting_;
    std::string failure;
    lock.unlock();
    const auto begin = std::chrono::steady_clock::now();
    try {
        write_(first, records);
        publish_(last);
    } catch (const std::exception& error) {
        failure = error.what();
    }
    const auto taken = std::chrono::steady_clock::now() - begin;
    lock.lock();
    is_writing_ = false;
    last_write_ = taken;
    expected_ = records.size() + waiting_.size();
    if (failure.empty()) {
        durable_ = last;
    } else {
        has_failed_ = true;
        reason_ = failure;
    }
    changed_.notify_all();
}

} // namespace lintas::lmdb
