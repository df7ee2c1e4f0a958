#include "graph/algorithms/mixing.h"

#include <algorithm>
#include <cmath>

namespace lintas::algorithms {

namespace {

std::size_t count_groups(std::span<const std::uint32_t> groups) {
    std::size_t count = 0;
    for (const auto group : groups)
        if (group != no_group) count = std::max<std::size_t>(count, group + std::size_t{1});
    return count;
}

// body(from, to, weight) for each place in a row: an undirected tie comes twice.
template <typename Body> void each_arc(const ProjectedGraph& graph, const Body& body) {
    for (Vertex v = 0; v < graph.size(); ++v) {
        const auto row = graph.out().row(v);
        for (std::size_t i = 0; i < row.size(); ++i)
            body(v, row[i], graph.out().weight(graph.out().first(v) + i));
    }
}

double halved(const ProjectedGraph& graph, Vertex from, Vertex to, double weight) {
    return !graph.is_directed() && from != to ? weight / 2 : weight;
}

// The ties that end at each vertex. Without directions a tie to oneself is two ends.
std::vector<double> end_degrees(const ProjectedGraph& graph, const Adjacency& rows) {
    std::vector<double> degrees(graph.size());
    for (Vertex v = 0; v < graph.size(); ++v)
        degrees[v] = rows.degree(v) + (!graph.is_directed() && rows.has(v, v) ? 1.0 : 0.0);
    return degrees;
}

} // namespace

MixingMatrix mixing_matrix(const ProjectedGraph& graph, std::span<const std::uint32_t> groups) {
    MixingMatrix matrix{count_groups(groups), {}};
    matrix.shares.assign(matrix.groups * matrix.groups, 0);
    double total = 0;
    each_arc(graph, [&](Vertex from, Vertex to, double weight) {
        if (groups[from] == no_group || groups[to] == no_group) return;
        const auto part = halved(graph, from, to, weight);
        matrix.shares[groups[from] * matrix.groups + groups[to]] += part;
        total += part;
    });
    if (total > 0)
        for (auto& share : matrix.shares) share /= total;
    return matrix;
}

std::optional<double> assortativity(const MixingMatrix& matrix) {
    double total = 0;
    for (const auto share : matrix.shares) total += share;
    if (total <= 0) return {};
    double trace = 0;
    double expected = 0;
    for (std::size_t group = 0; group < matrix.groups; ++group) {
        double row = 0;
        double column = 0;
        for (std::size_t other = 0; other < matrix.groups; ++other) {
            row += matrix.at(group, other);
            column += matrix.at(other, group);
        }
        trace += matrix.at(group, group);
        expected += row * column;
    }
    constexpr double too_little = 1e-12;
    if (1 - expected < too_little) return {};
    return (trace - expected) / (1 - expected);
}

std::optional<double> degree_assortativity(const ProjectedGraph& graph) {
    const auto left_degrees = end_degrees(graph, graph.out());
    const auto right_degrees = graph.is_directed() ? end_degrees(graph, graph.in()) : left_degrees;
    if (graph.out().arcs() == 0) return {};
    // Of all arcs' ends; those at one vertex are as many as its row has places.
    double left = 0;
    double right = 0;
    for (Vertex v = 0; v < graph.size(); ++v) {
        left += graph.out().degree(v) * left_degrees[v];
        right += graph.in().degree(v) * right_degrees[v];
    }
    const auto count = static_cast<double>(graph.out().arcs());
    left /= count;
    right /= count;
    double both = 0;
    double left_squares = 0;
    double right_squares = 0;
    for (Vertex v = 0; v < graph.size(); ++v) {
        double others = 0;
        for (const auto neighbour : graph.out().row(v)) others += right_degrees[neighbour] - right;
        const auto l = left_degrees[v] - left;
        const auto r = right_degrees[v] - right;
        both += l * others;
        left_squares += graph.out().degree(v) * l * l;
        right_squares += graph.in().degree(v) * r * r;
    }
    if (left_squares <= 0 || right_squares <= 0) return {};
    return both / std::sqrt(left_squares * right_squares);
}

std::vector<ExternalInternal> external_internal_by_vertex(const ProjectedGraph& graph,
                                                          std::span<const std::uint32_t> groups) {
    std::vector<ExternalInternal> found(graph.size());
    each_arc(graph, [&](Vertex from, Vertex to, double weight) {
        if (groups[from] == no_group || groups[to] == no_group) return;
        const auto add = [&](Vertex vertex) {
            auto& sums = found[vertex];
            (groups[from] == groups[to] ? sums.internal : sums.external) += weight;
        };
        add(from);
        if (graph.is_directed() && from != to) add(to);
    });
    for (auto& sums : found)
        if (sums.external + sums.internal > 0)
            sums.index = (sums.external - sums.internal) / (sums.external + sums.internal);
    return found;
}

ExternalInternal external_internal(const ProjectedGraph& graph,
                                   std::span<const std::uint32_t> groups) {
    ExternalInternal sums;
    each_arc(graph, [&](Vertex from, Vertex to, double weight) {
        if (groups[from] == no_group || groups[to] == no_group) return;
        (groups[from] == groups[to] ? sums.internal : sums.external) +=
            halved(graph, from, to, weight);
    });
    if (sums.external + sums.internal > 0)
        sums.index = (sums.external - sums.internal) / (sums.external + sums.internal);
    return sums;
}

double modularity(const ProjectedGraph& graph, std::span<const std::uint32_t> groups,
                  double resolution) {
    const auto count = count_groups(groups);
    std::vector<double> out(count);
    std::vector<double> in(count);
    double total = 0;
    double within = 0;
    each_arc(graph, [&](Vertex from, Vertex to, double given) {
        if (groups[from] == no_group || groups[to] == no_group) return;
        // Both ends of an undirected tie to oneself are there, and it stands in the row once.
        const auto weight = !graph.is_directed() && from == to ? 2 * given : given;
        out[groups[from]] += weight;
        in[groups[to]] += weight;
        total += weight;
        if (groups[from] == groups[to]) within += weight;
    });
    if (total <= 0) return 0;
    double expected = 0;
    for (std::size_t group = 0; group < count; ++group)
        expected += out[group] / total * (in[group] / total);
    return within / total - resolution * expected;
}

} // namespace lintas::algorithms
