// Betweenness: over all pairs of other vertices, the share of the shortest ways that lead through a
// vertex (Freeman 1977), by Brandes' algorithm (2001) from all vertices or from a sample of them
// (Brandes, Pich 2007).
//
// Invariant: the same seed gives the same values, whatever the number of threads.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/workers.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lintas::algorithms {

struct Betweenness {
    std::vector<double> values;
    // The standard errors of the values; empty where they are exact.
    std::vector<double> errors;
    Vertex sources = 0; // from how many vertices ways were searched
};

// In an undirected graph each pair counts once. Weights are costs; Argument for one that is 0.
Betweenness betweenness(const ProjectedGraph& graph, const Workers& workers);

// Estimated from `sources` random vertices; exact if these are all.
Betweenness sampled_betweenness(const ProjectedGraph& graph, Vertex sources, std::uint64_t seed,
                                const Workers& workers);

// How many sources keep the work in bounds of a few seconds: all of a small graph's vertices.
Vertex affordable_sources(const ProjectedGraph& graph);

// What a value is to be multiplied with so that it lies between 0 and 1.
double betweenness_scale(const ProjectedGraph& graph);

} // namespace lintas::algorithms
