#include "graph/collaboration/tie_graph.h"

namespace lintas::collaboration {

algorithms::ProjectedGraph tie_graph(const Projection& projection, const Counts& counts,
                                     TieWeight weight) {
    std::vector<algorithms::Tie> ties;
    for (const auto& pair : counts.pairs)
        ties.push_back(
            {pair.left, pair.right, weight == TieWeight::ByPartner ? pair.by_partner : pair.joint});
    const algorithms::TieRules rules{.is_weighted = weight != TieWeight::None};
    return {static_cast<algorithms::Vertex>(projection.units.size()), ties, rules,
            projection.units};
}

} // namespace lintas::collaboration
