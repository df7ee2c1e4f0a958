#include "server/command.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace lintas::server {

namespace {

constexpr Command table[] = {
    {"backup", "Copies a store into a file, also while it is served", define_backup},
    {"check", "Looks for damage in a store", define_check},
    {"compact", "Gives back the room that a store does not need", define_compact},
    {"export", "Writes a store as CSV files", define_export},
    {"generate", "Writes the demo and benchmark data as CSV files", define_generate},
    {"load", "Loads files into a store", define_load},
    {"query", "Answers a Cypher query", define_query},
    {"report", "Writes the network report of a region", define_report},
    {"restore", "Makes a store of a backup", define_restore},
    {"serve", "Answers queries over HTTP", define_serve},
    {"shell", "Asks one query after the other, with history and completion", define_shell},
    {"snapshot", "Keeps, lists and deletes named copies of a store", define_snapshot},
    {"stats", "Counts what is in a store", define_stats},
};

std::string overview() {
    std::string text = "lintas: a knowledge graph of research across borders\n\n"
                       "Usage: lintas COMMAND ...\n\nCommands:\n";
    for (const auto& [name, help, define] : table) text += fmt::format("  {:10}{}\n", name, help);
    text += "\n`lintas COMMAND --help` says more about a command, `lintas --version` the version.\n"
            "Exit code: 0 if all went well, 1 if data or query are at fault, 2 if the command line "
            "is.\n";
    return text;
}

const Command& command_for(std::string_view name) {
    const auto* found = std::ranges::find(table, name, &Command::name);
    if (found != std::end(table)) return *found;
    throw Error{ErrorCode::Usage,
                fmt::format("Command `{}` does not exist; see `lintas --help`", name)};
}

} // namespace

std::span<const Command> commands() { return table; }

int run(const std::vector<std::string>& arguments, Console& console) {
    if (arguments.empty())
        throw Error{ErrorCode::Usage, "No command is given; see `lintas --help`"};
    const auto& first = arguments.front();
    if (first == "--help" || first == "-h") {
        console.output.write(overview());
        return 0;
    }
    if (first == "--version") {
        console.output.write("lintas " LINTAS_VERSION "\n");
        return 0;
    }
    const auto& command = command_for(first);
    CommandLine line{fmt::format("lintas {}", command.name), std::string{command.help}};
    const auto action = command.define(line);
    if (const auto text = line.parse({arguments.begin() + 1, arguments.end()})) {
        console.output.write(*text);
        return 0;
    }
    return action(console);
}

} // namespace lintas::server
