// The commands of the shell, which begin with a colon: an open set, one row each.
//
// Invariant: a command that takes a statement gets it without its semicolon, others the rest of
// their line.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace lintas::server {

class Shell;

enum class Takes { Nothing, Line, Statement };
// What its argument is completed with, beyond statements.
enum class Completes { Nothing, Commands, Files };

struct ColonCommand {
    std::string_view name; // without the colon
    std::string_view arguments;
    std::string_view help; // one line
    Takes takes;
    void (*run)(Shell& shell, const std::string& argument);
    Completes completes = Completes::Nothing;
};

std::span<const ColonCommand> colon_commands();
// SyntaxError, with a near name, where there is none of that name.
const ColonCommand& colon_command_for(std::string_view name);

} // namespace lintas::server
