// TaskPool: runs tasks on a few threads.
//
// Invariant: tasks start in the order in which they were added, but urgent ones before all others.
// What a task throws comes out of wait(); the destructor drops tasks that have not started.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

namespace lintas::lmdb {

class TaskPool {
public:
    using Task = std::packaged_task<void()>;

    explicit TaskPool(std::size_t threads);
    ~TaskPool();
    TaskPool(const TaskPool&) = delete;
    TaskPool& operator=(const TaskPool&) = delete;

    // From any thread, tasks of the pool among them.
    void add(Task task);
    void add_urgent(Task task);
    // Waits until fewer than `most` tasks wait for a thread.
    void wait_for_room(std::size_t most);
    // Waits for all tasks, also those that they add, and throws what the first of them threw.
    void wait();

private:
    void work();
    void remember(Task& task);

    std::mutex mutex_; // guards all below but threads_
    std::condition_variable changed_;
    std::deque<Task> tasks_;
    std::vector<std::future<void>> results_;
    std::size_t running_ = 0;
    bool is_closed_ = false;
    std::vector<std::jthread> threads_;
};

} // namespace lintas::lmdb
