// What people do to a program from its terminal: Ctrl-C, a new size of the window, and going on
// after Ctrl-Z. As something to wait for, so that nothing is done in a handler of signals.
//
// Invariant: there is one at a time. While it lives, Ctrl-C does not end the program.
#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace lintas::server {

class Signals {
public:
    Signals();
    ~Signals();
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    // Ready to be read once something has happened that nobody has taken yet.
    int descriptor() const;
    // Did it happen since it was last asked for? Call before waiting for the descriptor.
    bool take_interrupt();
    bool take_resize();
    bool take_resumption();
    // Makes the descriptor wait for what happens from now on.
    void drain();

private:
    struct sigaction before_interrupt_ {};
    struct sigaction before_resize_ {};
    struct sigaction before_resumption_ {};
};

// Asks for a stop when Ctrl-C is pressed during its life.
class StopOnInterrupt {
public:
    explicit StopOnInterrupt(Signals& signals);
    ~StopOnInterrupt();
    StopOnInterrupt(const StopOnInterrupt&) = delete;
    StopOnInterrupt& operator=(const StopOnInterrupt&) = delete;

    std::stop_token token() const { return source_.get_token(); }

private:
    void watch();

    Signals& signals_;
    std::stop_source source_;
    int end_; // written to when the life ends
    std::thread watcher_;
};

} // namespace lintas::server
