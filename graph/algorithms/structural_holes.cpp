#include "graph/algorithms/structural_holes.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace lintas::algorithms {

namespace {

constexpr std::size_t hole_grain = 256;

// The ties of each vertex in both directions together, and what they add up to.
struct Strengths {
    explicit Strengths(const ProjectedGraph& given)
        : graph{both_ways(given)}, total(graph.size()), largest(graph.size()) {
        for (Vertex v = 0; v < graph.size(); ++v) {
            const auto row = graph.out().row(v);
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (row[i] == v) continue;
                const auto weight = graph.out().weight(graph.out().first(v) + i);
                total[v] += weight;
                largest[v] = std::max(largest[v], weight);
            }
        }
    }

    // Two vertices that are tied either way weigh twice as much in a directed graph.
    static ProjectedGraph both_ways(const ProjectedGraph& given) {
        if (!given.is_directed() || given.is_weighted()) return undirected(given);
        std::vector<Tie> ties;
        VertexNodes nodes;
        for (Vertex v = 0; v < given.size(); ++v) {
            nodes.push_back(given.node(v));
            for (const auto neighbour : given.out().row(v)) ties.push_back({v, neighbour, 1});
        }
        return {given.size(), ties, {false, true, Merging::Sum}, std::move(nodes)};
    }

    ProjectedGraph graph;
    std::vector<double> total;
    std::vector<double> largest;
};

class EgoNetwork {
public:
    explicit EgoNetwork(const Strengths& strengths)
        : strengths_{strengths}, share_(strengths.graph.size()), indirect_(strengths.graph.size()),
          is_neighbour_(strengths.graph.size()) {}

    StructuralHole measure(Vertex ego) {
        const auto& rows = strengths_.graph.out();
        const auto row = rows.row(ego);
        StructuralHole hole;
        for (const auto neighbour : row) hole.degree += neighbour != ego ? 1 : 0;
        if (hole.degree == 0 || strengths_.total[ego] == 0) return hole;
        for (std::size_t i = 0; i < row.size(); ++i) {
            is_neighbour_[row[i]] = row[i] != ego ? 1 : 0;
            share_[row[i]] = rows.weight(rows.first(ego) + i) / strengths_.total[ego];
        }
        const auto redundancy = spread(ego, row);
        double constraint = 0;
        for (const auto neighbour : row) {
            if (neighbour != ego) {
                const auto invested = share_[neighbour] + indirect_[neighbour];
                constraint += invested * invested;
            }
            is_neighbour_[neighbour] = 0;
            indirect_[neighbour] = 0;
        }
        hole.constraint = constraint;
        hole.effective_size = hole.degree - redundancy;
        return hole;
    }

private:
    // Sums p_iq p_qj up for all neighbours j, and gives the redundancy of the neighbours.
    double spread(Vertex ego, std::span<const Vertex> row) {
        const auto& rows = strengths_.graph.out();
        double redundancy = 0;
        for (const auto q : row) {
            if (q == ego || strengths_.total[q] == 0) continue;
            const auto next = rows.row(q);
            for (std::size_t i = 0; i < next.size(); ++i) {
                const auto j = next[i];
                if (!is_neighbour_[j] || j == q) continue;
                const auto weight = rows.weight(rows.first(q) + i);
                indirect_[j] += share_[q] * weight / strengths_.total[q];
                // Seen from q the third is j: p_ij m_qj.
                redundancy += share_[j] * weight / strengths_.largest[q];
            }
        }
        return redundancy;
    }

    const Strengths& strengths_;
    std::vector<double> share_;    // p_ij
    std::vector<double> indirect_; // the sum over q of p_iq p_qj
    std::vector<std::uint8_t> is_neighbour_;
};

} // namespace

std::optional<double> StructuralHole::efficiency() const {
    if (!effective_size || degree == 0) return {};
    return *effective_size / degree;
}

std::vector<StructuralHole> structural_holes(const ProjectedGraph& graph, const Workers& workers) {
    const Strengths strengths{graph};
    std::vector<StructuralHole> holes(graph.size());
    workers.each_range(graph.size(), hole_grain, [&](std::size_t begin, std::size_t end, unsigned) {
        EgoNetwork network{strengths};
        for (auto v = begin; v < end; ++v) holes[v] = network.measure(static_cast<Vertex>(v));
    });
    return holes;
}

} // namespace lintas::algorithms
