#include "server/shell/signals.h"

#include "graph/expect.h"

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace lintas::server {

namespace {

// All that a handler may touch.
std::atomic<bool> interrupted{false};
std::atomic<bool> resized{false};
std::atomic<bool> resumed{false};
std::atomic<int> happened{-1};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

void tell(int descriptor) {
    const std::uint64_t one = 1;
    // Full only when it has been told already.
    if (::write(descriptor, &one, sizeof one) < 0) return;
}

void handle(int signal) {
    const auto saved = errno;
    if (signal == SIGINT) interrupted = true;
    if (signal == SIGWINCH) resized = true;
    if (signal == SIGCONT) resumed = true;
    tell(happened);
    errno = saved;
}

void install(int signal, struct sigaction& before) {
    struct sigaction action {};
    action.sa_handler = handle;
    action.sa_flags = SA_RESTART;
    ::sigaction(signal, &action, &before);
}

int open_event() {
    const auto descriptor = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    expect(descriptor >= 0, "the system has room for an event");
    return descriptor;
}

} // namespace

Signals::Signals() {
    expect(happened < 0, "there is one Signals at a time");
    happened = open_event();
    install(SIGINT, before_interrupt_);
    install(SIGWINCH, before_resize_);
    install(SIGCONT, before_resumption_);
}

Signals::~Signals() {
    ::sigaction(SIGINT, &before_interrupt_, nullptr);
    ::sigaction(SIGWINCH, &before_resize_, nullptr);
    ::sigaction(SIGCONT, &before_resumption_, nullptr);
    ::close(happened.exchange(-1));
}

int Signals::descriptor() const { return happened; }
bool Signals::take_interrupt() { return interrupted.exchange(false); }
bool Signals::take_resize() { return resized.exchange(false); }
bool Signals::take_resumption() { return resumed.exchange(false); }

void Signals::drain() {
    std::uint64_t count = 0;
    if (::read(happened, &count, sizeof count) < 0) return; // nothing has happened
}

StopOnInterrupt::StopOnInterrupt(Signals& signals)
    : signals_{signals}, end_{open_event()}, watcher_{&StopOnInterrupt::watch, this} {}

StopOnInterrupt::~StopOnInterrupt() {
    tell(end_);
    watcher_.join();
    ::close(end_);
}

void StopOnInterrupt::watch() {
    pollfd waits[] = {{signals_.descriptor(), POLLIN, 0}, {end_, POLLIN, 0}};
    while (true) {
        if (::poll(waits, 2, -1) < 0) continue; // a signal came
        if (waits[1].revents != 0) return;
        signals_.drain();
        if (signals_.take_interrupt()) source_.request_stop();
    }
}

} // namespace lintas::server
