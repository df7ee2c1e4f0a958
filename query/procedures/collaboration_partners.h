// What procedures that go by the score of partners have in common.
#pragma once

#include "graph/collaboration/partners.h"
#include "query/procedures/options.h"

namespace lintas::query {

// The weights of the parts, with what the option `weights` says. Argument error for what is no
// part.
collaboration::Weights partner_weights(const Options& options);

} // namespace lintas::query
