// The lines of a stream, for scripts.
//
// Invariant: nothing is prompted for.
#pragma once

#include "server/shell/line_source.h"

#include <istream>
#include <string>

namespace lintas::server {

class StreamLines final : public LineSource {
public:
    // The stream outlives it.
    explicit StreamLines(std::istream& stream) : stream_{stream} {}

    LineRead read(const std::string&, std::string& line) override {
        if (!std::getline(stream_, line)) return LineRead::End;
        if (line.ends_with('\r')) line.pop_back();
        return LineRead::Line;
    }

private:
    std::istream& stream_;
};

} // namespace lintas::server
