// A value that is made when it is first asked for, by any of many threads.
//
// Invariant: it is made at most once; if making it throws, the next one who asks tries again.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>

namespace lintas::lmdb {

template <typename T> class OnDemand {
public:
    // What was made, or now make(). Holds `mutex` while it makes it.
    template <typename Make> const T& get(std::mutex& mutex, Make make) const {
        if (const auto* made = made_.load(std::memory_order_acquire)) [[likely]]
            return *made;
        const std::lock_guard lock{mutex};
        if (!owner_) {
            owner_ = std::make_unique<const T>(make());
            made_.store(owner_.get(), std::memory_order_release);
        }
        return *owner_;
    }

private:
    mutable std::atomic<const T*> made_{nullptr};
    mutable std::unique_ptr<const T> owner_;
};

} // namespace lintas::lmdb
