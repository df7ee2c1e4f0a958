// Checks that all of what a state of a store shows fits together.
#pragma once

#include "graph/lmdb/record.h"
#include "graph/store.h"

#include <cstdint>

namespace lintas::lmdb {

struct Seen {
    std::uint64_t nodes = 0;
    std::uint64_t relationships = 0;
};

// Checks that both ends of every relationship exist and list it once, in order, and nothing else;
// and that the statistics count what is there. Tells `report` of what does not fit. May throw
// Storage for segments that cannot be read.
Seen check_graph(const Snapshot& snapshot, const Report& report);

} // namespace lintas::lmdb
