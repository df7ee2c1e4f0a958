#include "graph/collaboration/ways.h"

#include "graph/collaboration/disjoint_ways.h"
#include "graph/collaboration/way_search.h"

namespace lintas::collaboration {

std::vector<Way> ways(const TrustGraph& graph, std::uint32_t source, std::uint32_t target,
                      const WayLimits& limits, const algorithms::Work& work) {
    WayRules rules{graph, source, target, limits};
    if (source == target) return {};
    if (limits.disjoint != Disjointness::None)
        return disjoint_ways(graph, rules, source, target, limits, work);
    std::vector<Way> found;
    WaySearch search{graph, rules, source, target, limits, work};
    while (found.size() < limits.k) {
        auto way = search.next();
        if (!way) break;
        found.push_back(std::move(*way));
    }
    return found;
}

} // namespace lintas::collaboration
