#include "graph/error.h"
#include "query/engine.h"
#include "server/command.h"
#include "server/limit_arguments.h"
#include "server/open_store.h"
#include "server/output/output_format.h"
#include "server/parameter_arguments.h"
#include "server/shell/shell.h"
#include "server/shell/stream_lines.h"
#include "server/shell/terminal_lines.h"
#include "server/snapshot_diff.h"
#include "server/snapshots_procedure.h"

#include <fmt/format.h>

#include <filesystem>
#include <unistd.h>

namespace lintas::server {

namespace {

struct ShellArguments {
    std::string store;
    std::vector<std::string> parameters;
    std::string format = "table";
    std::string as_of;
    LimitArguments limits;
    bool read_only = false;
};

std::string greeting(const ShellArguments& arguments, const Statistics& statistics) {
    return fmt::format("{}{}{}: {} nodes, {} relationships. `:help` says what there is, `:exit` "
                       "leaves.",
                       arguments.store, arguments.as_of.empty() ? "" : " as of ", arguments.as_of,
                       statistics.nodes, statistics.relationships);
}

void talk(Session& session, Shell& shell, Signals& signals, const std::string& welcome) {
    TerminalLines lines{signals, HistoryFile{history_path()},
                        [&](const std::string& line) { return shell.complete(line); }};
    session.remark(welcome);
    session.flush();
    shell.talk(lines);
}

int run_shell(const ShellArguments& arguments, Console& console) {
    const auto& format = output_format(arguments.format);
    SessionOptions options{.limits = arguments.limits.limits(), .write = format.write};
    const auto parameters = read_parameters(arguments.parameters);

    const auto store = open_store(arguments.store, arguments.as_of);
    query::Engine engine{*store, {.read_only = arguments.read_only || !arguments.as_of.empty()}};
    engine.add_procedure(snapshots_procedure(arguments.store));
    engine.add_procedure(snapshot_diff_procedure(arguments.store));

    std::optional<Signals> signals;
    if (::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0)
        options.signals = &signals.emplace();
    Session session{engine, *store, options, console.output, console.errors, console.query};
    session.parameters() = parameters;
    Shell shell{session, console.errors, std::filesystem::path{arguments.store}.stem().string()};
    if (signals) {
        talk(session, shell, *signals, greeting(arguments, session.snapshot()->statistics()));
        return 0;
    }
    StreamLines lines{console.input};
    shell.run_script(lines, "Standard input");
    return 0;
}

} // namespace

Action define_shell(CommandLine& line) {
    const auto arguments = std::make_shared<ShellArguments>();
    line.argument("STORE", arguments->store, "The store, a file");
    line.option("-p,--parameter", arguments->parameters,
                "NAME=JSON, the value of $NAME; may be repeated");
    line.option("--format", arguments->format, "How answers are written, as for `lintas query`");
    line.option("--as-of", arguments->as_of,
                "Asks the snapshot of that name; nothing can be changed");
    line.flag("--read-only", arguments->read_only, "Refuses what would change the store");
    arguments->limits.declare(line);
    line.footer("Statements end with `;`. `:help` in the shell lists its commands. Where standard\n"
                "input is no terminal, it is run as a script, which ends at the first error.");
    return [arguments](Console& console) { return run_shell(*arguments, console); };
}

} // namespace lintas::server
