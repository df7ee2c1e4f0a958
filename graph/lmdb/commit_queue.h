// CommitQueue: makes commits durable, as many at once as are waiting (group commit).
//
// Writers whose commits became durable together, and those who came meanwhile, often commit again
// at once. The first of them waits for the others, for half of the time that the disk took last;
// else it would write alone while they wait. A writer that is alone never waits.
//
// Invariant: commits become durable in the order in which they were added. When one fails, so do
// all behind it; none of them is ever durable, and add() refuses until restart(). Thread-safe, but
// for add() and restart(), which only the writer whose turn it is calls.
#pragma once

#include "graph/lmdb/bytes.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace lintas::lmdb {

class CommitQueue {
public:
    // Writes records of commits from first_lsn on and waits for the disk; throws if it fails.
    using Write = std::function<void(std::uint64_t first_lsn, const std::vector<Bytes>& records)>;
    // Is told of the newest durable commit, in order, while nobody else is.
    using Publish = std::function<void(std::uint64_t lsn)>;

    CommitQueue(Write write, Publish publish)
        : write_{std::move(write)}, publish_{std::move(publish)} {}

    // Names a commit; numbers are given anew after a restart.
    struct Ticket {
        std::uint64_t lsn = 0;
        std::uint64_t restarts = 0;
    };

    // The commit with the next number. Throws Storage after a failure.
    Ticket add(std::uint64_t lsn, Bytes record);
    // Of a commit that was added before, or is durable.
    Ticket ticket(std::uint64_t lsn) const;
    // Until the commit is durable and published. Throws Storage if it never will be.
    void wait(Ticket ticket);
    // Until all that was added is durable or has failed.
    void wait_for_all();

    // Has a commit failed since the last restart?
    bool has_failed() const;
    // The next commit will have the number after `lsn`, which is durable.
    void restart(std::uint64_t lsn);

private:
    void write_waiting(std::unique_lock<std::mutex>& lock);
    void gather(std::unique_lock<std::mutex>& lock);
    [[noreturn]] void fail() const;

    const Write write_;
    const Publish publish_;
    mutable std::mutex mutex_; // guards all below
    std::condition_variable changed_;
    std::condition_variable gathered_; // as many wait as are expected
    std::vector<Bytes> waiting_;
    std::uint64_t first_waiting_ = 0; // the number of the first of them
    std::uint64_t durable_ = 0;
    std::uint64_t added_ = 0;
    std::uint64_t restarts_ = 0;
    std::size_t expected_ = 0; // commits: of the last group, and of those who waited at its end
    std::chrono::nanoseconds last_write_{0};
    bool is_writing_ = false;
    bool has_failed_ = false;
    std::string reason_; // of the last failure, for people
};

} // namespace lintas::lmdb
