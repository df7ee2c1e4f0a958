// Lets a bounded number of queries run at once; the others wait for their turn, but not for ever.
//
// Invariant: at most `places` turns are held at any time. For many threads.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <utility>

namespace lintas::server {

class Turns {
public:
    explicit Turns(std::size_t places) : free_{places}, places_{places} {}

    // Given back by its destructor. Must not outlive the Turns.
    class Turn {
    public:
        Turn(Turn&& other) noexcept : turns_{std::exchange(other.turns_, nullptr)} {}
        Turn& operator=(Turn&&) = delete;
        ~Turn() {
            if (turns_ != nullptr) turns_->give_back();
        }

    private:
        friend class Turns;
        explicit Turn(Turns& turns) : turns_{&turns} {}
        Turns* turns_;
    };

    // Nothing if none came free in that time, or all were closed.
    std::optional<Turn> take(std::chrono::milliseconds longest_wait);
    // No more turns from now on.
    void close();
    // Waits until all turns have been given back; false if that takes too long.
    bool wait_for_all(std::chrono::milliseconds longest_wait);

private:
    void give_back();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t free_;
    std::size_t places_;
    bool closed_ = false;
};

} // namespace lintas::server
