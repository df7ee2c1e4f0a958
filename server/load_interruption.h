// What becomes of a load that Ctrl-C or SIGTERM ends: the file that it was writing goes, and the
// program ends as the signal says. The store is as it was.
//
// Invariant: there is one at a time, and while it lives the load file is this process's own.
#pragma once

#include <csignal>
#include <filesystem>

namespace lintas::server {

// SIGINT and SIGTERM come once this is gone: neither may come between the making of a load's file
// and the interruption that would take it away.
class HeldSignals {
public:
    HeldSignals();
    ~HeldSignals();
    HeldSignals(const HeldSignals&) = delete;
    HeldSignals& operator=(const HeldSignals&) = delete;

private:
    sigset_t before_{};
};

class LoadInterruption {
public:
    explicit LoadInterruption(const std::filesystem::path& store);
    ~LoadInterruption();
    LoadInterruption(const LoadInterruption&) = delete;
    LoadInterruption& operator=(const LoadInterruption&) = delete;

private:
    struct sigaction before_interrupt_ {};
    struct sigaction before_termination_ {};
};

} // namespace lintas::server
