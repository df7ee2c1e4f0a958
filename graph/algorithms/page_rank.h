// PageRank (Brin, Page 1998): how often somebody who follows ties at random, and now and then
// begins anew, comes by. Personalised where he begins at few vertices only.
//
// Invariant: the ranks of all vertices add up to 1; they do not depend on the number of threads.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/workers.h"

#include <span>
#include <vector>

namespace lintas::algorithms {

struct PageRankRules {
    double damping = 0.85;    // how likely a tie is followed
    double tolerance = 1e-10; // the sum of all changes at which it ends
    int most_rounds = 200;
};

struct PageRank {
    std::vector<double> ranks;
    int rounds = 0;
    bool has_converged = false;
};

// `starts`: where to begin anew, a weight for each vertex; empty: anywhere. From a vertex without
// ties the walk begins anew too. Along weighted ties the walk goes in proportion to the weights.
// REQUIRES: starts are not negative, and one is greater than 0.
PageRank page_rank(const ProjectedGraph& graph, std::span<const double> starts,
                   const PageRankRules& rules, const Workers& workers);

} // namespace lintas::algorithms
