// Structural holes around a vertex: how far its neighbours hold each other's ties as well (Burt
// 1992).
//
// Invariant: p_ij = (a_ij + a_ji) / the sum of all (a_ik + a_ki), a the weights of ties or 1. Ties
// to oneself do not count.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/workers.h"

#include <optional>
#include <vector>

namespace lintas::algorithms {

struct StructuralHole {
    // The sum over neighbours j of (p_ij + the sum over q of p_iq p_qj) squared, for a vertex that
    // has ties.
    std::optional<double> constraint;
    // The sum over neighbours j of 1 - the sum over q of p_iq m_jq, m_jq = (a_jq + a_qj) over the
    // largest that j has; in an undirected graph without weights n - 2t / n (Borgatti 1997).
    std::optional<double> effective_size;
    Vertex degree = 0; // neighbours

    // Effective size by degree.
    std::optional<double> efficiency() const;
};

std::vector<StructuralHole> structural_holes(const ProjectedGraph& graph, const Workers& workers);

} // namespace lintas::algorithms
