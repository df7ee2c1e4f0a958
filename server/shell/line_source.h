// Where a shell's lines come from: a terminal, a file, or whatever standard input is.
//
// Invariant: after End comes nothing but End.
#pragma once

#include <string>

namespace lintas::server {

enum class LineRead { Line, Interrupted, End };

class LineSource {
public:
    virtual ~LineSource() = default;
    // Writes the next line, without its end, which may have line breaks if it was recalled.
    virtual LineRead read(const std::string& prompt, std::string& line) = 0;
    // Keeps what was entered for people to recall.
    virtual void remember(const std::string&) {}
};

} // namespace lintas::server
