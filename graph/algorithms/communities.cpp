#include "graph/algorithms/communities.h"

#include "graph/algorithms/community_level.h"
#include "graph/algorithms/mixing.h"

#include <algorithm>
#include <numeric>

namespace lintas::algorithms {

namespace {

std::vector<std::uint32_t> each_alone(Vertex size) {
    std::vector<std::uint32_t> communities(size);
    std::iota(communities.begin(), communities.end(), std::uint32_t{0});
    return communities;
}

// Goes from a vertex of the graph to what its vertex on the top level is in.
void lift(std::vector<std::uint32_t>& of, const std::vector<std::uint32_t>& groups) {
    for (auto& group : of) group = groups[group];
}

Communities finished(const ProjectedGraph& graph, std::vector<std::uint32_t> of,
                     double resolution) {
    Communities found;
    found.count = renumber(of);
    found.modularity = modularity(graph, of, resolution);
    found.of = std::move(of);
    return found;
}

// One round of Leiden, which begins with the communities of the round before. True if it changed
// them.
bool leiden_round(const ProjectedGraph& graph, std::vector<std::uint32_t>& of, double resolution,
                  Random& random, const Work& work) {
    CommunityLevel level{graph};
    auto communities = of;
    auto place = each_alone(graph.size()); // of each vertex on the level
    bool has_changed = false;
    while (true) {
        CommunityMoves moves{level, resolution, random, work};
        has_changed |= moves.move_all(communities);
        const auto count = renumber(communities);
        for (Vertex v = 0; v < graph.size(); ++v) of[v] = communities[place[v]];
        if (count == level.size()) return has_changed;
        auto parts = moves.refine(communities);
        const auto part_count = renumber(parts);
        if (part_count == level.size()) return has_changed;
        std::vector<std::uint32_t> community_of_part(part_count);
        for (Vertex v = 0; v < level.size(); ++v) community_of_part[parts[v]] = communities[v];
        lift(place, parts);
        level = CommunityLevel{level, parts, part_count};
        communities = std::move(community_of_part);
    }
}

} // namespace

std::uint32_t renumber(std::vector<std::uint32_t>& communities) {
    constexpr auto none = ~std::uint32_t{0};
    const auto most = communities.empty() ? 0 : std::ranges::max(communities);
    std::vector<std::uint32_t> number(std::size_t{most} + 1, none);
    std::uint32_t count = 0;
    for (auto& community : communities) {
        if (number[community] == none) number[community] = count++;
        community = number[community];
    }
    return count;
}

Communities louvain(const ProjectedGraph& given, const CommunityRules& rules, const Work& work) {
    const auto graph = undirected(given);
    Random random{rules.seed};
    CommunityLevel level{graph};
    auto of = each_alone(graph.size());
    while (true) {
        auto communities = each_alone(level.size());
        if (!CommunityMoves{level, rules.resolution, random, work}.move_all(communities)) break;
        const auto count = renumber(communities);
        lift(of, communities);
        if (count == level.size()) break;
        level = CommunityLevel{level, communities, count};
    }
    return finished(graph, std::move(of), rules.resolution);
}

Communities leiden(const ProjectedGraph& given, const CommunityRules& rules, const Work& work) {
    const auto graph = undirected(given);
    Random random{rules.seed};
    auto of = each_alone(graph.size());
    for (int round = 0; round < rules.most_rounds; ++round)
        if (!leiden_round(graph, of, rules.resolution, random, work)) break;
    return finished(graph, std::move(of), rules.resolution);
}

} // namespace lintas::algorithms
