// Makes entries of lines: statements, which end with a semicolon and may go over several lines, and
// commands, which begin with a colon and have a line of their own.
//
// Invariant: a colon begins a command only where no statement has been begun.
#pragma once

#include "server/shell/colon_command.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::server {

struct Entry {
    const ColonCommand* command = nullptr; // nullptr: run the text as a statement
    std::string text;                      // the statement or the argument
    std::size_t line = 1;                  // where it begins, from 1
};

class EntryReader {
public:
    // The entries that the line ends. SyntaxError for text that is not UTF-8 or too long, and for
    // a command that does not exist or takes no argument; what was begun is dropped then.
    std::vector<Entry> add(std::string_view line);
    // At the end of a script: the statement that lacks its semicolon.
    std::optional<Entry> finish();
    // Has a statement been begun?
    bool is_waiting() const { return command_ != nullptr || !begun_.empty(); }
    const std::string& begun() const { return begun_; }
    void drop();

private:
    std::vector<Entry> add_command(std::string_view line);
    std::vector<Entry> cut();

    std::size_t lines_ = 0;
    std::size_t first_line_ = 1;            // of what was begun
    const ColonCommand* command_ = nullptr; // that takes the statement that was begun
    std::string begun_;
};

} // namespace lintas::server
