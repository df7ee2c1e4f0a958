// Lines that people type at a terminal, with editing, history and completion.
//
// Invariant: while no line is read, the terminal is as it was before.
#pragma once

#include "query/complete.h"
#include "server/shell/history_file.h"
#include "server/shell/line_source.h"
#include "server/shell/signals.h"

#include <functional>
#include <memory>
#include <string>

namespace lintas::server {

// How the line, from its beginning up to the cursor, may go on.
using Completer = std::function<query::Completion(const std::string& line)>;

class TerminalLines final : public LineSource {
public:
    // On standard input and output. `signals` outlives it.
    TerminalLines(Signals& signals, HistoryFile history, Completer completer);
    ~TerminalLines() override;

    LineRead read(const std::string& prompt, std::string& line) override;
    void remember(const std::string& entry) override;

private:
    struct Editor;
    std::unique_ptr<Editor> editor_;
    HistoryFile history_;
    std::string newest_; // entry
};

} // namespace lintas::server
