// One level of the search for communities: a weighted undirected graph whose vertices are groups of
// those of the level below, and the moves that make modularity larger.
#pragma once

#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/random.h"
#include "graph/algorithms/work.h"

#include <cstdint>
#include <span>
#include <vector>

namespace lintas::algorithms {

// Invariant: `strengths` are the weights of all ties of a vertex, those within it twice.
struct CommunityLevel {
    std::vector<std::uint64_t> first{0};
    std::vector<Vertex> neighbours; // without ties to oneself
    std::vector<double> weights;
    std::vector<double> strengths;
    double total = 0; // of the strengths

    explicit CommunityLevel(const ProjectedGraph& undirected_graph);
    // `groups` of the vertices of `below`, numbered from 0 to `count` - 1, become vertices.
    CommunityLevel(const CommunityLevel& below, std::span<const std::uint32_t> groups,
                   std::uint32_t count);

    Vertex size() const { return static_cast<Vertex>(strengths.size()); }
};

class CommunityMoves {
public:
    // All of it outlives this. Communities are numbered below the level's size.
    CommunityMoves(const CommunityLevel& level, double resolution, Random& random,
                   const Work& work);

    // Moves single vertices, in random order, to the community where modularity gains most, until
    // no move gains. True if any vertex moved.
    bool move_all(std::vector<std::uint32_t>& communities);
    // Splits each community into parts that hang together well: vertices that are alone join parts
    // of their community, the more likely the more it gains.
    std::vector<std::uint32_t> refine(const std::vector<std::uint32_t>& communities);

private:
    void weigh_neighbours(Vertex vertex, const std::vector<std::uint32_t>& communities);
    void forget_neighbours();
    std::uint32_t best_for(Vertex vertex, std::uint32_t current) const;
    double gain(Vertex vertex, std::uint32_t community) const {
        return weight_to_[community] - factor_ * level_.strengths[vertex] * strength_of_[community];
    }
    std::vector<Vertex> random_order();
    void join_part(Vertex vertex, const std::vector<std::uint32_t>& communities,
                   std::vector<std::uint32_t>& parts);

    const CommunityLevel& level_;
    double factor_; // resolution / total
    Random& random_;
    const Work& work_;
    std::vector<double> strength_of_; // of communities
    std::vector<double> weight_to_;   // from the vertex that is looked at, by community
    std::vector<std::uint32_t> touched_;
    // For refine(), by part: its weight to the rest of its community, and whether it is one vertex.
    std::vector<double> outward_;
    std::vector<std::uint8_t> is_single_;
    std::vector<double> whole_strength_; // of the communities that are refined
};

} // namespace lintas::algorithms
