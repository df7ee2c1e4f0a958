// How well ties are foretold: scores out of what was known before, against the ties that came.
//
// For a sample of units with new ties, each measure ranks all units that were not tied to it
// before. AUC is the chance that a new tie is ranked above a pair that stayed without (ties of
// ranks count half), over all these pairs; precision@k the share of new ties among the k highest,
// on average.
//
// Invariant: the same seed takes the same sample; nothing after the training years is looked at but
// for the ties that came.
#pragma once

#include "graph/algorithms/work.h"
#include "graph/collaboration/partners.h"
#include "graph/collaboration/projection.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace lintas::collaboration {

struct EvaluationOptions {
    ProjectionOptions scope; // its years are not looked at
    std::int32_t train_to = 0;
    std::int32_t test_from = 0;
    std::int32_t test_to = 0;
    std::size_t k = 10;
    std::size_t sample = 200; // units
    std::uint64_t seed = 42;
    bool across_countries = true;
};

struct MeasureQuality {
    std::string measure;  // of tie_prediction.h, "meanRank", "arithmeticMeanRank" or "partnerScore"
    double area = 0;      // under the curve: AUC
    double precision = 0; // at k
};

struct Evaluation {
    std::vector<MeasureQuality> measures;
    std::uint64_t units = 0; // that were sampled
    std::uint64_t new_ties = 0;
    std::uint64_t pairs = 0; // that were ranked
};

Evaluation evaluate_prediction(const Reader& reader, const EvaluationOptions& options,
                               const algorithms::Work& work);

// How well the score of partners.h foretells with whom a unit begins to work, among those that it
// would propose to the unit on the challenge that the unit works on most; beside it measures of
// ties on the same candidates.
Evaluation evaluate_partners(const Reader& reader, const EvaluationOptions& options,
                             const Weights& weights, const algorithms::Work& work);

} // namespace lintas::collaboration
