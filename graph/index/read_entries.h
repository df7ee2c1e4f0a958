// Reads what a range index has to hold from a snapshot.
#pragma once

#include "graph/index/sorted_entries.h"

#include <cstdint>
#include <functional>

namespace lintas {

// Told after each batch how many entities were read so far; may throw to end the reading.
using ReadEntries = std::function<void(std::uint64_t)>;

// The entities of the definition's labels (or types) whose first key is not null.
SortedEntries read_entries(const IndexDefinition& definition, const Snapshot& snapshot,
                           const ReadEntries& report);

} // namespace lintas
