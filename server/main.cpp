// The program: arguments in, exit code out.
#include "graph/error.h"
#include "query/engine.h"
#include "server/command.h"
#include "server/output/descriptor_sink.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <new>

using lintas::Error;
using lintas::ErrorCode;

namespace {

// A file opened later must not get the number of a closed standard stream, or the answer would be
// written into it.
void fill_closed_streams() {
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(descriptor, F_GETFD) < 0) ::open("/dev/null", O_RDONLY);
}

int exit_code(const Error& error) { return error.code() == ErrorCode::Usage ? 2 : 1; }

int report(const Error& error, const lintas::server::Console& console) {
    std::cerr << (console.query.empty() ? error.what()
                                        : lintas::query::render(error, console.query))
              << '\n';
    return exit_code(error);
}

} // namespace

int main(int argc, char** argv) {
    fill_closed_streams();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    lintas::server::DescriptorSink output{STDOUT_FILENO};
    lintas::server::Console console{output, std::cerr, std::cin, ::isatty(STDERR_FILENO) != 0, {}};
    try {
        const auto code = lintas::server::run({argv + 1, argv + argc}, console);
        output.flush();
        return code;
    } catch (const Error& error) {
        return output.reader_is_gone() ? 1 : report(error, console);
    } catch (const std::bad_alloc&) {
        std::cerr << "There is not enough memory for this\n";
    } catch (const std::exception& error) {
        std::cerr << "lintas failed, which is its own fault: " << error.what() << '\n';
    }
    return 1;
}
