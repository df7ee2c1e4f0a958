// Threads for one computation.
//
// Invariant: what a computation answers does not depend on how many threads there are: each range
// writes what belongs to it alone, and sums are put together in the order of the ranges.
#pragma once

#include "graph/algorithms/work.h"

#include <cstddef>
#include <functional>

namespace lintas::algorithms {

struct Workers {
    const Work& work;
    unsigned threads = 0; // 0: as many as the machine has

    // How many threads there will be.
    unsigned count() const;
    // Calls body(begin, end, thread) for ranges of at most `grain` items that cover [0, items), in
    // any order and on any of the threads, and work.check() before each range. Ends with the
    // first error that a range threw.
    void each_range(std::size_t items, std::size_t grain,
                    const std::function<void(std::size_t, std::size_t, unsigned)>& body) const;
};

} // namespace lintas::algorithms
