#include "graph/algorithms/workers.h"

#include "graph/algorithms/worker_thread.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace lintas::algorithms {

namespace {

constexpr unsigned most_threads = 64;

thread_local bool helps = false;

// The ranges that are left, taken by whichever thread is free.
class Ranges {
public:
    Ranges(const Work& work, std::size_t items, std::size_t grain)
        : work_{work}, items_{items}, grain_{std::max<std::size_t>(grain, 1)} {}

    std::size_t count() const { return (items_ + grain_ - 1) / grain_; }

    void run(unsigned thread, const std::function<void(std::size_t, std::size_t, unsigned)>& body) {
        try {
            while (true) {
                const auto begin = next_.fetch_add(1) * grain_;
                if (begin >= items_ || has_failed_) return;
                work_.check();
                body(begin, std::min(begin + grain_, items_), thread);
            }
        } catch (...) {
            const std::scoped_lock lock{guard_};
            if (!has_failed_.exchange(true)) error_ = std::current_exception();
        }
    }

    void rethrow() const {
        if (error_) std::rethrow_exception(error_);
    }

private:
    const Work& work_;
    std::size_t items_;
    std::size_t grain_;
    std::atomic<std::size_t> next_{0};
    std::atomic<bool> has_failed_{false};
    std::mutex guard_;
    std::exception_ptr error_;
};

} // namespace

bool is_worker_thread() { return helps; }

unsigned Workers::count() const {
    const auto wanted = threads > 0 ? threads : std::thread::hardware_concurrency();
    return std::clamp(wanted, 1u, most_threads);
}

void Workers::each_range(
    std::size_t items, std::size_t grain,
    const std::function<void(std::size_t, std::size_t, unsigned)>& body) const {
    Ranges ranges{work, items, grain};
    const auto helping = std::min<std::size_t>(count(), ranges.count());
    {
        std::vector<std::jthread> others;
        for (unsigned thread = 1; thread < helping; ++thread)
            others.emplace_back([&ranges, &body, thread] {
                helps = true;
                ranges.run(thread, body);
            });
        ranges.run(0, body);
    }
    ranges.rethrow();
}

} // namespace lintas::algorithms
