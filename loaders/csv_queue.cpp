#include "loaders/csv_queue.h"

#include <utility>

namespace lintas::loaders {

bool CsvQueue::push(CsvBatch batch) {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return batches_.size() < longest || cancelled_; });
    if (cancelled_) return false;
    batches_.push_back(std::move(batch));
    changed_.notify_all();
    return true;
}

bool CsvQueue::wait_until_added() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return (batches_.empty() && adder_is_idle_) || cancelled_; });
    return !cancelled_;
}

void CsvQueue::close() {
    const std::lock_guard lock{mutex_};
    closed_ = true;
    changed_.notify_all();
}

std::optional<CsvBatch> CsvQueue::pop() {
    std::unique_lock lock{mutex_};
    adder_is_idle_ = true;
    changed_.notify_all();
    changed_.wait(lock, [&] { return !batches_.empty() || closed_; });
    adder_is_idle_ = false;
    if (batches_.empty()) return std::nullopt;
    auto batch = std::move(batches_.front());
    batches_.pop_front();
    changed_.notify_all();
    return batch;
}

void CsvQueue::cancel() {
    const std::lock_guard lock{mutex_};
    cancelled_ = true;
    changed_.notify_all();
}

} // namespace lintas::loaders
