// Communities by what most neighbours say (Raghavan, Albert, Kumara 2007).
//
// Invariant: the same graph and seed give the same labels, whatever the number of threads. A tie in
// each direction counts on its own.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/workers.h"

#include <cstdint>
#include <vector>

namespace lintas::algorithms {

// One vertex after the other, in random order, takes the label that has the most weight among its
// neighbours, one of several at random, until all have one of those. Each begins with a label of
// its own. Numbered as communities are.
std::vector<std::uint32_t> label_propagation(const ProjectedGraph& graph, std::uint64_t seed,
                                             int most_rounds, const Work& work);

// All vertices at once, the smallest of several labels, for a number of rounds (CDLP of LDBC
// Graphalytics). A label is the vertex that had it first.
std::vector<Vertex> synchronous_labels(const ProjectedGraph& graph, int rounds,
                                       const Workers& workers);

} // namespace lintas::algorithms
