// The pairs without a tie that are worth all measures: those with the highest resource allocation,
// which is quick to find.
//
// Invariant: the same for any number of threads; of equal pairs the first by unit.
#pragma once

#include "graph/collaboration/tie_prediction.h"

namespace lintas::collaboration {

// At most options.candidates pairs without scores, by their left and then their right unit.
std::vector<LikelyTie> tie_candidates(const Projection& projection, const TiePredictor& predictor,
                                      const LikelyTieOptions& options,
                                      const algorithms::Work& work);

} // namespace lintas::collaboration
