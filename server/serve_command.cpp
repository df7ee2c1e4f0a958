#include "graph/error.h"
#include "server/command.h"
#include "server/http/http_server.h"
#include "server/open_store.h"
#include "server/snapshot_diff.h"
#include "server/snapshots_procedure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <memory>
#include <pthread.h>
#include <thread>

namespace lintas::server {

namespace {

struct ServeArguments {
    std::string store;
    std::string listen = "127.0.0.1:7474";
    std::vector<std::string> allowed_hosts;
    std::string as_of;
    std::uint64_t timeout = 30;
    std::uint64_t rows = 100'000;
    std::uint64_t memory = 512;
    bool read_only = false;
    bool insecure = false;
    std::string import_folder;
    bool tck = false;
};

// "127.0.0.1:7474", "[::1]:7474".
std::pair<std::string, int> parse_address(const std::string& text) {
    const auto colon = text.rfind(':');
    int port = -1;
    if (colon != text.npos) {
        const auto* begin = text.data() + colon + 1;
        const auto [end, code] = std::from_chars(begin, text.data() + text.size(), port);
        if (code != std::errc{} || end != text.data() + text.size()) port = -1;
    }
    auto host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    if (host.empty() || port < 0 || port > 65535)
        throw Error{ErrorCode::Usage, fmt::format("`{}` is not of the form HOST:PORT", text)};
    return {host, port};
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char letter) { return std::tolower(letter); });
    return text;
}

ServiceOptions options_of(const ServeArguments& arguments) {
    ServiceOptions options;
    std::tie(options.host, options.port) = parse_address(arguments.listen);
    if (!is_loopback(options.host) && !arguments.insecure)
        throw Error{
            ErrorCode::Usage,
            fmt::format("`{}` can be reached from other machines, and the service has no users "
                        "and no encryption yet; give --insecure if that is meant",
                        options.host)};
    options.allowed_hosts = arguments.allowed_hosts;
    options.database_names.push_back(lower(std::filesystem::path{arguments.store}.stem().string()));
    options.query_time = std::chrono::seconds{arguments.timeout};
    options.longest_time = std::max(options.longest_time, options.query_time);
    options.query_rows = arguments.rows;
    options.query_memory = arguments.memory << 20;
    options.concurrent_queries =
        2 * std::max(std::size_t{1}, std::size_t{std::thread::hardware_concurrency()});
    options.import_folder = arguments.import_folder;
    options.open_snapshot = [store = arguments.store](const std::string& name) {
        return find_snapshot(store, name);
    };
    options.tck = arguments.tck;
    return options;
}

// Blocks the signals that end the service in all threads, so that one thread can wait for them.
class EndSignals {
public:
    EndSignals() {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGINT);
        sigaddset(&signals_, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    }
    void wait() const {
        int signal = 0;
        sigwait(&signals_, &signal);
    }

private:
    sigset_t signals_;
};

int run_serve(const ServeArguments& arguments, Console& console) {
    const auto options = options_of(arguments);
    const auto store = open_store(arguments.store, arguments.as_of);
    const EndSignals signals;
    StoreDatabase database{*store, {.read_only = arguments.read_only || !arguments.as_of.empty()}};
    database.add_procedure(snapshots_procedure(arguments.store));
    database.add_procedure(snapshot_diff_procedure(arguments.store));
    HttpServer server{database, options};
    console.errors << fmt::format("Serving {} on http://{}:{}/ until Ctrl-C\n", arguments.store,
                                  options.host, server.port());
    std::thread stopper{[&] {
        signals.wait();
        console.errors << "Stopping: waiting for running queries\n";
        server.stop();
    }};
    server.run();
    stopper.join();
    return 0;
}

} // namespace

Action define_serve(CommandLine& line) {
    const auto arguments = std::make_shared<ServeArguments>();
    line.argument("STORE", arguments->store, "The store, a file");
    line.option("--listen", arguments->listen, "HOST:PORT; port 0 takes any that is free");
    line.option("--allow-host", arguments->allowed_hosts,
                "A further name that clients may call the service by; may be repeated");
    line.option("--timeout", arguments->timeout, "Seconds that a query may take");
    line.option("--rows", arguments->rows, "Rows that an answer may have");
    line.option("--memory", arguments->memory, "Megabytes that a query may hold");
    line.option("--as-of", arguments->as_of,
                "Serves the snapshot of that name; nothing can be changed");
    line.flag("--read-only", arguments->read_only, "Refuses what would change the store");
    line.flag("--insecure", arguments->insecure,
              "Listen where other machines can reach it, without users and encryption");
    line.option("--import-folder", arguments->import_folder,
                "The folder that LOAD CSV may read from; without it nothing");
    line.flag("--tck-procedures", arguments->tck,
              "For conformance tests: take procedures, and say in errors what the openCypher TCK "
              "calls them");
    line.footer("Queries: POST /db/lintas/query/v2; also GET /, /livez and /readyz.");
    return [arguments](Console& console) { return run_serve(*arguments, console); };
}

} // namespace lintas::server
