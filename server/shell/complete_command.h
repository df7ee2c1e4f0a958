// How a line that begins with a colon may go on: names of commands, and of files.
//
// Invariant: what belongs to the language is left to the engine.
#pragma once

#include "query/complete.h"

#include <string>

namespace lintas::server {

bool is_command_line(const std::string& line);

struct CommandCompletion {
    query::Completion completion;
    // Does a statement follow, from `completion.begin` on?
    bool takes_statement = false;
};

// REQUIRES: is_command_line(line).
CommandCompletion complete_command(const std::string& line);

} // namespace lintas::server
