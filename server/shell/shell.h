// The shell: takes statements and commands, from people at a terminal or from a script, and has
// them run.
//
// Invariant: a script ends at the first error; people are told of it and go on.
#pragma once

#include "server/shell/entry_reader.h"
#include "server/shell/line_source.h"
#include "server/shell/session.h"

#include <cstddef>
#include <ostream>
#include <string>

namespace lintas::server {

class Shell {
public:
    // Both outlive it. `name` is how the prompt calls the store.
    Shell(Session& session, std::ostream& errors, std::string name);

    void talk(LineSource& lines);
    // `name` is what the script is called in messages. Transaction error where it leaves one open.
    void run_script(LineSource& lines, const std::string& name);

    // For commands.
    Session& session() { return session_; }
    void run_file(const std::string& path);
    void leave() { is_leaving_ = true; }

    // How the line that is being typed may go on.
    query::Completion complete(const std::string& line) const;

private:
    void run_lines(LineSource& lines, const std::string& name);
    void run(const Entry& entry);
    void run_for_people(const std::string& line);
    // Tells people who entered a command without its colon.
    void miss_colon(const std::string& line);
    std::string prompt() const;

    Session& session_;
    std::ostream& errors_;
    std::string name_;
    EntryReader typed_;     // what people have begun
    std::size_t depth_ = 0; // of files that run files
    bool is_leaving_ = false;
};

} // namespace lintas::server
