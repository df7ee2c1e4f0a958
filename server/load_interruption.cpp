#include "server/load_interruption.h"

#include "graph/lmdb/load_file.h"

#include <cstring>
#include <string>
#include <unistd.h>

namespace lintas::server {

namespace {

// All that the handler reads. It is set before the handler is installed.
std::string interrupted_load_file;

// Only calls that may be made in a handler (POSIX, 2.4.3).
void end_load(int signal) {
    constexpr char message[] = "\nThe load was interrupted; the store is as it was\n";
    ::unlink(interrupted_load_file.c_str());
    if (::write(STDERR_FILENO, message, sizeof message - 1) < 0) {
        // Nobody listens, and there is nobody else to tell.
    }
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

void install_end_of_load(int signal, struct sigaction& before) {
    struct sigaction action {};
    action.sa_handler = end_load;
    ::sigaction(signal, &action, &before);
    // Whoever started the program in the background may have it ignore Ctrl-C.
    if (before.sa_handler == SIG_IGN) ::sigaction(signal, &before, nullptr);
}

} // namespace

HeldSignals::HeldSignals() {
    sigset_t held;
    ::sigemptyset(&held);
    ::sigaddset(&held, SIGINT);
    ::sigaddset(&held, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &held, &before_);
}

HeldSignals::~HeldSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

LoadInterruption::LoadInterruption(const std::filesystem::path& store) {
    interrupted_load_file = lmdb::load_path_of(store).string();
    install_end_of_load(SIGINT, before_interrupt_);
    install_end_of_load(SIGTERM, before_termination_);
}

LoadInterruption::~LoadInterruption() {
    ::sigaction(SIGINT, &before_interrupt_, nullptr);
    ::sigaction(SIGTERM, &before_termination_, nullptr);
}

} // namespace lintas::server
