#include "graph/lmdb/task_pool.h"

namespace lintas::lmdb {

TaskPool::TaskPool(std::size_t threads) {
    for (std::size_t at = 0; at < threads; ++at) threads_.emplace_back([this] { work(); });
}

TaskPool::~TaskPool() {
    {
        const std::lock_guard lock{mutex_};
        is_closed_ = true;
        tasks_.clear();
    }
    changed_.notify_all();
}

void TaskPool::remember(Task& task) { results_.push_back(task.get_future()); }

void TaskPool::add(Task task) {
    {
        const std::lock_guard lock{mutex_};
        remember(task);
        tasks_.push_back(std::move(task));
    }
    changed_.notify_all();
}

void TaskPool::add_urgent(Task task) {
    {
        const std::lock_guard lock{mutex_};
        remember(task);
        tasks_.push_front(std::move(task));
    }
    changed_.notify_all();
}

void TaskPool::wait_for_room(std::size_t most) {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return tasks_.size() < most; });
}

void TaskPool::wait() {
    std::vector<std::future<void>> results;
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return tasks_.empty() && running_ == 0; });
        results.swap(results_);
    }
    for (auto& result : results) result.get();
}

void TaskPool::work() {
    std::unique_lock lock{mutex_};
    while (true) {
        changed_.wait(lock, [this] { return is_closed_ || !tasks_.empty(); });
        if (is_closed_) return;
        auto task = std::move(tasks_.front());
        tasks_.pop_front();
        ++running_;
        lock.unlock();
        changed_.notify_all();
        task(); // what it throws goes to its future
        task = {};
        lock.lock();
        --running_;
        changed_.notify_all();
    }
}

} // namespace lintas::lmdb
