// A projection with its counts, shared by all analyses of one snapshot that
// ask the same: a report asks dozens of questions about the same events.
//
// Invariant: it never changes once made. Those of the snapshot that was asked for last are kept.
#pragma once

#include "graph/collaboration/counts.h"
#include "graph/collaboration/projection.h"

#include <memory>

namespace lintas::collaboration {

struct Counted {
    Projection projection;
    Counts counts;
};

// Of what the reader may see. Errors as project(). A transaction's own view is counted anew each
// time.
std::shared_ptr<const Counted> counted(const Reader& reader, const ProjectionOptions& options);

} // namespace lintas::collaboration
