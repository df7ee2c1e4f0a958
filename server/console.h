// What a command reads from and writes to.
//
// Invariant: answers go to `output`, everything that is about the work rather than its result goes
// to `errors`.
#pragma once

#include "server/output/sink.h"

#include <istream>
#include <ostream>
#include <string>

namespace lintas::server {

struct Console {
    Sink& output;
    std::ostream& errors;
    std::istream& input;
    bool errors_are_a_terminal = false;
    // The text that the spans of errors refer to, once a command runs a query.
    std::string query;
};

} // namespace lintas::server
