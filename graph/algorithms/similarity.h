// How likely two vertices are to be tied, by the neighbours they share (Liben-Nowell, Kleinberg
// 2007). Directions, weights and ties to oneself do not count.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/workers.h"

#include <span>
#include <vector>

namespace lintas::algorithms {

// Common: how many neighbours two vertices share. AdamicAdar: the sum over these of 1 / ln(degree).
// ResourceAllocation: of 1 / degree. Jaccard: the shared among those of either.
// PreferentialAttachment: the product of the two degrees.
enum class Similarity { Common, AdamicAdar, ResourceAllocation, Jaccard, PreferentialAttachment };

struct SimilarPair {
    Vertex left = 0; // below `right`
    Vertex right = 0;
    double value = 0;
};

// REQUIRES: the graph is undirected.
double similarity(const ProjectedGraph& graph, Similarity measure, Vertex left, Vertex right);

// All pairs that are not tied and share a neighbour, or, where `sources` are given, those with a
// source in them; the `k` largest first, equal ones by their vertices. REQUIRES: the graph is
// undirected.
std::vector<SimilarPair> similar_pairs(const ProjectedGraph& graph, Similarity measure,
                                       std::span<const Vertex> sources, std::size_t k,
                                       const Workers& workers);

} // namespace lintas::algorithms
