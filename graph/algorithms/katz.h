// Katz' status (1953): the walks that end at a vertex, each tie of a walk making it count less.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/workers.h"

#include <optional>
#include <span>
#include <vector>

namespace lintas::algorithms {

// The largest eigenvalue of the matrix of ties (of their weights), by power iteration; 0 for a
// graph without cycles.
double largest_eigenvalue(const ProjectedGraph& graph, const Work& work);

struct Katz {
    std::vector<double> values;
    double attenuation = 0;
};

// values = attenuation x (ties into a vertex) x values + 1. Where no attenuation is given it is
// 0.85 of the largest that lets sums end. Argument error for one that does not.
Katz katz(const ProjectedGraph& graph, std::optional<double> attenuation, const Work& work);

// The walks from `source` to each vertex, those of n ties counting attenuation^n, up to
// `most_ties`.
std::vector<double> katz_from(const ProjectedGraph& graph, Vertex source, double attenuation,
                              int most_ties, const Work& work);

} // namespace lintas::algorithms
