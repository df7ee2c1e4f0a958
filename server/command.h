// The commands of the program: an open set, one row each.
//
// Invariant: a command declares its arguments, is parsed, then runs once; it throws Error for what
// fails and returns the exit code otherwise.
#pragma once

#include "server/command_line.h"
#include "server/console.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::server {

using Action = std::function<int(Console& console)>;

struct Command {
    std::string_view name;
    std::string_view help; // one line
    // Declares the arguments and gives what to do once they are parsed.
    Action (*define)(CommandLine& line);
};

std::span<const Command> commands();

Action define_backup(CommandLine& line);
Action define_check(CommandLine& line);
Action define_compact(CommandLine& line);
Action define_export(CommandLine& line);
Action define_generate(CommandLine& line);
Action define_load(CommandLine& line);
Action define_query(CommandLine& line);
Action define_report(CommandLine& line);
Action define_restore(CommandLine& line);
Action define_serve(CommandLine& line);
Action define_shell(CommandLine& line);
Action define_snapshot(CommandLine& line);
Action define_stats(CommandLine& line);

// Runs what the arguments (without the program's name) say. Gives the exit code: 0, or 1 when a
// command found a fault in the data. Usage error for arguments that do not fit.
int run(const std::vector<std::string>& arguments, Console& console);

} // namespace lintas::server
