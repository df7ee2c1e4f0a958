// Plain and slow ways to compute on small graphs, as oracles: each follows the definition.
#pragma once

#include "graph/algorithms/brokerage.h"
#include "graph/algorithms/disjoint_paths.h"
#include "graph/algorithms/exact_cost.h"
#include "graph/algorithms/mixing.h"
#include "graph/algorithms/projected_graph.h"
#include "graph/algorithms/ranked_path.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <set>
#include <vector>

namespace lintas::testing {

using algorithms::ProjectedGraph;
using algorithms::RankedPath;
using algorithms::Vertex;

using CostMatrix = std::vector<std::vector<double>>;

inline constexpr double no_plain_cost = std::numeric_limits<double>::infinity();

// body(from, to, weight) for each place in a row.
template <typename Body> void each_arc(const ProjectedGraph& graph, const Body& body) {
    for (Vertex v = 0; v < graph.size(); ++v)
        for (std::size_t i = 0; i < graph.out().row(v).size(); ++i)
            body(v, graph.out().row(v)[i], graph.out().weight(graph.out().first(v) + i));
}

inline ProjectedGraph without_weights(const ProjectedGraph& graph) {
    std::vector<algorithms::Tie> ties;
    each_arc(graph, [&](Vertex from, Vertex to, double) { ties.push_back({from, to, 1}); });
    return {graph.size(), ties, {graph.is_directed(), false}};
}

// The graph without some of its vertices' ties and without some ties.
inline ProjectedGraph without(const ProjectedGraph& graph, const std::vector<Vertex>& vertices,
                              const std::vector<std::pair<Vertex, Vertex>>& lost) {
    std::vector<algorithms::Tie> ties;
    const auto is_lost = [&](Vertex from, Vertex to) {
        for (const auto& [left, right] : lost)
            if ((left == from && right == to) ||
                (!graph.is_directed() && left == to && right == from))
                return true;
        return std::ranges::count(vertices, from) + std::ranges::count(vertices, to) > 0;
    };
    each_arc(graph, [&](Vertex from, Vertex to, double weight) {
        if (!is_lost(from, to)) ties.push_back({from, to, weight});
    });
    return {
        graph.size(), ties, {graph.is_directed(), graph.is_weighted(), algorithms::Merging::Least}};
}

// By Floyd and Warshall.
inline CostMatrix plain_costs(const ProjectedGraph& graph) {
    CostMatrix costs(graph.size(), std::vector<double>(graph.size(), no_plain_cost));
    for (Vertex v = 0; v < graph.size(); ++v) costs[v][v] = 0;
    each_arc(graph, [&](Vertex from, Vertex to, double weight) {
        costs[from][to] = std::min(costs[from][to], weight);
    });
    for (Vertex via = 0; via < graph.size(); ++via)
        for (Vertex from = 0; from < graph.size(); ++from)
            for (Vertex to = 0; to < graph.size(); ++to)
                costs[from][to] = std::min(costs[from][to], costs[from][via] + costs[via][to]);
    return costs;
}

// All ways that visit no vertex twice, best first.
inline std::vector<RankedPath> plain_ways(const ProjectedGraph& graph, Vertex source,
                                          Vertex target) {
    const algorithms::ExactCosts costs{graph};
    std::vector<RankedPath> found;
    RankedPath path{{source}};
    const std::function<void()> go_on = [&] {
        const auto last = path.vertices.back();
        if (last == target) {
            found.push_back(path);
            return;
        }
        for (std::size_t i = 0; i < graph.out().row(last).size(); ++i) {
            const auto next = graph.out().row(last)[i];
            if (std::ranges::count(path.vertices, next) > 0) continue;
            const auto before = path;
            const auto weight = graph.out().weight(graph.out().first(last) + i);
            path.vertices.push_back(next);
            path.cost += weight;
            path.exact_cost += costs.of(weight);
            go_on();
            path = before;
        }
    };
    go_on();
    std::ranges::sort(found, algorithms::comes_before);
    return found;
}

inline std::vector<std::vector<Vertex>> vertices_of(const std::vector<RankedPath>& paths) {
    std::vector<std::vector<Vertex>> found;
    for (const auto& path : paths) found.push_back(path.vertices);
    return found;
}

// Do the ways share no tie, or no vertex between their ends?
inline bool share_nothing(const ProjectedGraph& graph, const std::vector<RankedPath>& ways,
                          algorithms::Disjoint disjoint) {
    std::set<std::pair<Vertex, Vertex>> ties;
    std::set<Vertex> vertices;
    for (const auto& way : ways)
        for (std::size_t i = 0; i + 1 < way.vertices.size(); ++i) {
            auto tie = std::pair{way.vertices[i], way.vertices[i + 1]};
            if (!graph.is_directed() && tie.first > tie.second) std::swap(tie.first, tie.second);
            if (!ties.insert(tie).second) return false;
            const auto is_inner = i + 2 < way.vertices.size();
            if (disjoint == algorithms::Disjoint::Vertices && is_inner &&
                !vertices.insert(way.vertices[i + 1]).second)
                return false;
        }
    return true;
}

// For each pair and each vertex: the ways over it among the shortest ones, counted by products.
inline std::vector<double> plain_betweenness(const ProjectedGraph& graph) {
    const auto costs = plain_costs(graph);
    const auto size = graph.size();
    // ways[s][t]: how many shortest ways there are.
    std::vector<std::vector<double>> ways(size, std::vector<double>(size));
    for (Vertex s = 0; s < size; ++s) {
        std::vector<Vertex> order(size);
        for (Vertex v = 0; v < size; ++v) order[v] = v;
        std::ranges::stable_sort(order, {}, [&](Vertex v) { return costs[s][v]; });
        ways[s][s] = 1;
        for (const auto v : order) {
            if (costs[s][v] == no_plain_cost) continue;
            for (std::size_t i = 0; i < graph.out().row(v).size(); ++i) {
                const auto next = graph.out().row(v)[i];
                const auto weight = graph.out().weight(graph.out().first(v) + i);
                if (next != v && costs[s][v] + weight == costs[s][next])
                    ways[s][next] += ways[s][v];
            }
        }
    }
    std::vector<double> values(size);
    for (Vertex s = 0; s < size; ++s)
        for (Vertex t = 0; t < size; ++t)
            for (Vertex v = 0; v < size; ++v)
                if (s != t && v != s && v != t && costs[s][t] != no_plain_cost &&
                    costs[s][v] + costs[v][t] == costs[s][t])
                    values[v] += ways[s][v] * ways[v][t] / ways[s][t];
    if (!graph.is_directed())
        for (auto& value : values) value /= 2;
    return values;
}

inline std::set<Vertex> plain_neighbours(const ProjectedGraph& graph, Vertex vertex) {
    std::set<Vertex> found;
    for (const auto other : graph.out().row(vertex)) found.insert(other);
    for (const auto other : graph.in().row(vertex)) found.insert(other);
    found.erase(vertex);
    return found;
}

inline std::vector<std::uint32_t> plain_cores(const ProjectedGraph& graph) {
    std::vector<std::uint32_t> cores(graph.size());
    for (std::uint32_t k = 1; k <= graph.size(); ++k) {
        std::set<Vertex> left;
        for (Vertex v = 0; v < graph.size(); ++v) left.insert(v);
        for (bool has_changed = true; has_changed;) {
            has_changed = false;
            for (Vertex v = 0; v < graph.size(); ++v) {
                std::uint32_t degree = 0;
                for (const auto other : plain_neighbours(graph, v))
                    degree += left.contains(other) ? 1 : 0;
                if (degree < k && left.erase(v) > 0) has_changed = true;
            }
        }
        for (const auto v : left) cores[v] = k;
    }
    return cores;
}

struct PlainTriangles {
    std::vector<std::uint64_t> at;
    std::vector<double> clustering;
};

inline PlainTriangles plain_triangles(const ProjectedGraph& graph) {
    PlainTriangles found{std::vector<std::uint64_t>(graph.size()),
                         std::vector<double>(graph.size())};
    for (Vertex v = 0; v < graph.size(); ++v) {
        const auto around = plain_neighbours(graph, v);
        double arcs = 0;
        for (const auto left : around)
            for (const auto right : around) {
                if (left == right) continue;
                arcs += graph.out().has(left, right) ? 1 : 0;
                if (left < right && plain_neighbours(graph, left).contains(right)) ++found.at[v];
            }
        const auto degree = static_cast<double>(around.size());
        if (degree >= 2) found.clustering[v] = arcs / (degree * (degree - 1));
    }
    return found;
}

inline std::size_t count_components(const ProjectedGraph& graph, const std::set<Vertex>& left_out) {
    const auto costs = plain_costs(algorithms::undirected(graph));
    std::size_t count = 0;
    for (Vertex v = 0; v < graph.size(); ++v) {
        if (left_out.contains(v)) continue;
        bool is_first = true;
        for (Vertex before = 0; before < v; ++before)
            if (!left_out.contains(before) && costs[before][v] != no_plain_cost) is_first = false;
        count += is_first ? 1 : 0;
    }
    return count;
}

inline std::vector<Vertex> plain_articulation_points(const ProjectedGraph& graph) {
    std::vector<Vertex> found;
    for (Vertex v = 0; v < graph.size(); ++v)
        if (count_components(without(graph, {v}, {}), {v}) >
            count_components(graph, {}) - (plain_neighbours(graph, v).empty() ? 1 : 0))
            found.push_back(v);
    return found;
}

inline std::vector<std::pair<Vertex, Vertex>> plain_bridges(const ProjectedGraph& graph) {
    std::vector<std::pair<Vertex, Vertex>> found;
    for (Vertex l = 0; l < graph.size(); ++l)
        for (const auto r : plain_neighbours(graph, l))
            if (l < r && count_components(without(graph, {}, {{l, r}, {r, l}}), {}) >
                             count_components(graph, {}))
                found.emplace_back(l, r);
    return found;
}

// By Gauss' method on (1 - damping) start = ranks - damping x flow of the ranks.
inline std::vector<double> plain_ranks(const ProjectedGraph& graph,
                                       const std::vector<double>& starts, double damping) {
    const auto size = graph.size();
    CostMatrix rows(size, std::vector<double>(size + std::size_t{1}));
    std::vector<double> out(size);
    each_arc(graph, [&](Vertex from, Vertex, double weight) { out[from] += weight; });
    for (Vertex v = 0; v < size; ++v) {
        rows[v][v] += 1;
        rows[v][size] = (1 - damping) * starts[v];
        for (Vertex from = 0; from < size; ++from)
            if (out[from] == 0) rows[v][from] -= damping * starts[v];
    }
    each_arc(graph, [&](Vertex from, Vertex to, double weight) {
        rows[to][from] -= damping * weight / out[from];
    });
    for (Vertex column = 0; column < size; ++column) {
        auto best = column;
        for (auto row = column; row < size; ++row)
            if (std::abs(rows[row][column]) > std::abs(rows[best][column])) best = row;
        std::swap(rows[column], rows[best]);
        for (Vertex row = 0; row < size; ++row) {
            if (row == column) continue;
            const auto factor = rows[row][column] / rows[column][column];
            for (std::size_t i = column; i <= size; ++i) rows[row][i] -= factor * rows[column][i];
        }
    }
    std::vector<double> ranks(size);
    for (Vertex v = 0; v < size; ++v) ranks[v] = rows[v][size] / rows[v][v];
    return ranks;
}

inline double tie_matrix(const ProjectedGraph& graph, Vertex left, Vertex right) {
    const auto arc = graph.out().find(left, right);
    if (!arc) return 0;
    return graph.out().weight(*arc) * (left == right ? 2 : 1);
}

inline double plain_modularity(const ProjectedGraph& graph, const std::vector<std::uint32_t>& of) {
    std::vector<double> strengths(graph.size());
    double total = 0;
    for (Vertex l = 0; l < graph.size(); ++l)
        for (Vertex r = 0; r < graph.size(); ++r) strengths[l] += tie_matrix(graph, l, r);
    for (const auto strength : strengths) total += strength;
    if (total == 0) return 0;
    double sum = 0;
    for (Vertex l = 0; l < graph.size(); ++l)
        for (Vertex r = 0; r < graph.size(); ++r)
            if (of[l] == of[r])
                sum += tie_matrix(graph, l, r) - strengths[l] * strengths[r] / total;
    return sum / total;
}

// How much modularity one vertex's move to another community can gain at most.
inline double best_move_gain(const ProjectedGraph& graph, const std::vector<std::uint32_t>& of) {
    const auto before = plain_modularity(graph, of);
    double best = 0;
    for (Vertex v = 0; v < graph.size(); ++v)
        for (const auto other : plain_neighbours(graph, v)) {
            auto moved = of;
            moved[v] = of[other];
            best = std::max(best, plain_modularity(graph, moved) - before);
        }
    return best;
}

inline bool each_hangs_together(const ProjectedGraph& graph, const std::vector<std::uint32_t>& of) {
    std::vector<algorithms::Tie> ties;
    each_arc(graph, [&](Vertex from, Vertex to, double) {
        if (of[from] == of[to]) ties.push_back({from, to, 1});
    });
    const auto costs = plain_costs({graph.size(), ties, {}});
    for (Vertex l = 0; l < graph.size(); ++l)
        for (Vertex r = 0; r < graph.size(); ++r)
            if (of[l] == of[r] && costs[l][r] == no_plain_cost) return false;
    return true;
}

inline bool is_stable_labelling(const ProjectedGraph& graph,
                                const std::vector<std::uint32_t>& labels) {
    for (Vertex v = 0; v < graph.size(); ++v) {
        std::map<std::uint32_t, double> votes;
        const auto count = [&](const algorithms::Adjacency& rows) {
            for (std::size_t i = 0; i < rows.row(v).size(); ++i)
                if (rows.row(v)[i] != v)
                    votes[labels[rows.row(v)[i]]] += rows.weight(rows.first(v) + i);
        };
        count(graph.out());
        if (graph.is_directed()) count(graph.in());
        for (const auto& [label, weight] : votes)
            if (weight > votes[labels[v]]) return false;
    }
    return true;
}

// Coordinator, consultant, representative, gatekeeper and liaison, of all a > v > b without a > b.
inline std::array<std::uint64_t, 5>
plain_brokerage(const ProjectedGraph& graph, const std::vector<std::uint32_t>& groups, Vertex v) {
    std::array<std::uint64_t, 5> roles{};
    for (Vertex a = 0; a < graph.size(); ++a)
        for (Vertex b = 0; b < graph.size(); ++b) {
            const auto is_way = a != v && b != v && a != b && graph.out().has(a, v) &&
                                graph.out().has(v, b) && !graph.out().has(a, b);
            if (!is_way) continue;
            const auto [of_a, of_v, of_b] = std::array{groups[a], groups[v], groups[b]};
            if (std::ranges::count(std::array{of_a, of_v, of_b}, algorithms::no_group) > 0)
                continue;
            if (of_a == of_v && of_b == of_v) ++roles[0];
            if (of_a != of_v && of_b == of_a) ++roles[1];
            if (of_a == of_v && of_b != of_v) ++roles[2];
            if (of_a != of_v && of_b == of_v) ++roles[3];
            if (of_a != of_v && of_b != of_v && of_a != of_b) ++roles[4];
        }
    return roles;
}

inline double plain_matching_weight(const ProjectedGraph& graph, std::set<Vertex> taken = {},
                                    Vertex from = 0) {
    if (from == graph.size()) return 0;
    auto best = plain_matching_weight(graph, taken, from + 1);
    if (taken.contains(from)) return best;
    for (const auto other : plain_neighbours(graph, from)) {
        if (other < from || taken.contains(other)) continue;
        auto more = taken;
        more.insert({from, other});
        best = std::max(best, graph.out().weight(*graph.out().find(from, other)) +
                                  plain_matching_weight(graph, more, from + 1));
    }
    return best;
}

} // namespace lintas::testing
