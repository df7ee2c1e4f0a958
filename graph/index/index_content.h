// What an index holds, whatever its kind: derived from a snapshot, kept up with those that follow.
//
// Invariant: thread-safe. Content that covers a snapshot knows every entity that a search in that
// snapshot may find; what it knows beyond that is verified by the search.
#pragma once

#include "graph/schema.h"
#include "graph/store.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <stop_token>

namespace lintas {

// How far a build is. Shared by the builder and those who watch it.
struct BuildProgress {
    std::atomic<std::uint64_t> done = 0;
    std::atomic<std::uint64_t> all = 0;
    std::stop_source stop;
};

enum class Coverage {
    Complete,
    Older,   // the snapshot is older than the content
    Unknown, // what was touched in between is not known (any more)
};

class IndexContent {
public:
    virtual ~IndexContent() = default;

    // Learns what was touched up to the snapshot, which is no transaction.
    virtual Coverage cover(const Snapshot& snapshot) = 0;
    // Has so much changed that it is better built anew?
    virtual bool is_worn() const = 0;
};

} // namespace lintas
