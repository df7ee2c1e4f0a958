// How ties keep to groups: assortativity by a group (Newman 2003) and by degree, the E-I index
// (Krackhardt, Stern 1988), modularity (Newman, Girvan 2004).
//
// Invariant: a vertex of no_group, and every tie of it, is left out of what looks at groups.
#pragma once

#include "graph/algorithms/brokerage.h"
#include "graph/algorithms/projected_graph.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lintas::algorithms {

// The share of all ties (of their weights) from group row to group column: row x groups + column.
// An undirected tie counts half in each direction, one to oneself in its own field.
struct MixingMatrix {
    std::size_t groups = 0;
    std::vector<double> shares;

    double at(std::size_t row, std::size_t column) const { return shares[row * groups + column]; }
};

MixingMatrix mixing_matrix(const ProjectedGraph& graph, std::span<const std::uint32_t> groups);

// r = (trace e - |e e|) / (1 - |e e|); nothing where all ties are within one group, or there are
// none. Shares are taken as they are, also where they do not quite add up to 1.
std::optional<double> assortativity(const MixingMatrix& matrix);

// The correlation of the degrees at the two ends of a tie (out-degree of the source with in-degree
// of the target); nothing where they do not vary.
std::optional<double> degree_assortativity(const ProjectedGraph& graph);

struct ExternalInternal {
    double external = 0;         // weight of the ties between groups
    double internal = 0;         // and of those within
    std::optional<double> index; // (E - I) / (E + I)
};

ExternalInternal external_internal(const ProjectedGraph& graph,
                                   std::span<const std::uint32_t> groups);
// The same for the ties of each vertex; directions do not count.
std::vector<ExternalInternal> external_internal_by_vertex(const ProjectedGraph& graph,
                                                          std::span<const std::uint32_t> groups);

// Q = the share of ties within groups less the share expected from the degrees, the latter times
// `resolution`. Of a directed graph by in- and out-degrees. 0 for a graph without ties.
double modularity(const ProjectedGraph& graph, std::span<const std::uint32_t> groups,
                  double resolution = 1);

} // namespace lintas::algorithms
