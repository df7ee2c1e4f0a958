// How a text that somebody is typing may go on: keywords, functions, procedures, the graph's
// labels, types and keys, and what the text itself has named.
//
// Invariant: each candidate takes the place of the text from `begin` to its end, and begins, but
// for the case of letters and back-quotes, with what stands there.
#pragma once

#include "graph/store.h"
#include "graph/value.h"
#include "query/procedures/procedure.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lintas::query {

struct Completion {
    std::size_t begin = 0;
    std::vector<std::string> candidates; // variables first, otherwise by name
};

// Throws a SyntaxError for text that is too long or not UTF-8.
Completion complete(std::string_view text, const Snapshot& graph, const Procedures& procedures,
                    const Map& parameters);

} // namespace lintas::query
