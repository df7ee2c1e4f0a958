// A projection with its counts and ties, shared by all analyses of one snapshot that
// ask the same: a report asks dozens of questions about the same events.
//
// Invariant: it never changes once made. Those of the snapshot that was asked for last are kept.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/collaboration/counts.h"
#include "graph/collaboration/last_made.h"
#include "graph/collaboration/projection.h"

#include <memory>

namespace lintas::collaboration {

struct Counted {
    Projection projection;
    Counts counts;
    algorithms::ProjectedGraph ties; // as tie_graph(), without weights
};

using CountedPointer = std::shared_ptr<const Counted>; // shared by analyses and caches

// Of what the reader may see. Errors as project(). A transaction's own view is counted anew each
// time.
CountedPointer counted(const Reader& reader, const ProjectionOptions& options);

// What is made of such a projection, and shared likewise.
template <typename Made, typename Make>
std::shared_ptr<const Made> shared_of(LastMade<CountedPointer, Made>& last,
                                      const Snapshot& snapshot, const CountedPointer& counted,
                                      const Make& make) {
    if (is_own_view(snapshot)) return make();
    const auto belongs = [&](const CountedPointer& other) {
        return other->projection.network == counted->projection.network;
    };
    return last.get(counted, belongs, make);
}

} // namespace lintas::collaboration
