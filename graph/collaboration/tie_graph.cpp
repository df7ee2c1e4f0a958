#include "graph/collaboration/tie_graph.h"

#include <utility>

namespace lintas::collaboration {

namespace {

double weight_of(const Pair& pair, TieWeight weight) {
    return weight == TieWeight::ByPartner ? pair.by_partner : pair.joint;
}

} // namespace

// Pairs ascend by their left and then their right unit, so whoever comes before a unit is put into
// its row first, and each row ascends.
algorithms::ProjectedGraph tie_graph(const Projection& projection, const Counts& counts,
                                     TieWeight weight) {
    std::vector<std::uint64_t> first(projection.units.size() + 1);
    for (const auto& pair : counts.pairs)
        for (const auto unit : {pair.left, pair.right}) ++first[unit + 1];
    for (std::size_t unit = 0; unit < projection.units.size(); ++unit)
        first[unit + 1] += first[unit];
    auto next = first;
    std::vector<algorithms::Vertex> neighbours(first.back());
    std::vector<double> weights(weight == TieWeight::None ? 0 : first.back());
    for (const auto& pair : counts.pairs)
        for (const auto& [unit, other] :
             {std::pair{pair.left, pair.right}, {pair.right, pair.left}}) {
            const auto arc = next[unit]++;
            neighbours[arc] = other;
            if (!weights.empty()) weights[arc] = weight_of(pair, weight);
        }
    return {projection.units,
            algorithms::Adjacency{std::move(first), std::move(neighbours), std::move(weights)}};
}

} // namespace lintas::collaboration
