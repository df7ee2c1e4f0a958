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

// body(from, to, weight) for each tie of an undirected graph, from its smaller end.
template <typename Body> void each_tie(const ProjectedGraph& graph, const Body& body) {
    for (Vertex v = 0; v < graph.size(); ++v) {
        const auto row = graph.out().row(v);
        const auto first = graph.out().first(v);
        for (auto i = row.size(); i > 0 && row[i - 1] >= v; --i)
            body(v, row[i - 1], graph.out().weight(first + i - 1));
    }
}

double halved(const ProjectedGraph& graph, Vertex from, Vertex to, double weight) {
    return !graph.is_directed() && from != to ? weight / 2 : weight;
}

// The ties that end at each vertex. Without directions a tie to oneself is two ends.
std::vector<std::uint32_t> end_degrees(const ProjectedGraph& graph, const Adjacency& rows) {
    std::vector<std::uint32_t> degrees(graph.size());
    for (Vertex v = 0; v < graph.size(); ++v) {
        const auto row = rows.row(v);
        degrees[v] = rows.degree(v);
        if (graph.is_directed()) continue;
        auto left = row.size(); // one walk over the row is quicker than a search in it
        while (left > 0 && row[left - 1] > v) --left;
        if (left > 0 && row[left - 1] == v) ++degrees[v];
    }
    return degrees;
}

// The sum of the degrees of the neighbours, less the mean of each; without directions twice that of
// those after the vertex, as the others count it with theirs.
double others(const ProjectedGraph& graph, Vertex vertex, std::span<const std::uint32_t> degrees,
              double mean) {
    const auto row = graph.out().row(vertex);
    double sum = 0;
    if (graph.is_directed()) {
        for (const auto neighbour : row) sum += degrees[neighbour] - mean;
        return sum;
    }
    auto left = row.size();
    for (; left > 0 && row[left - 1] > vertex; --left) sum += degrees[row[left - 1]] - mean;
    const bool is_tied_to_itself = left > 0 && row[left - 1] == vertex;
    return 2 * sum + (is_tied_to_itself ? degrees[vertex] - mean : 0);
}

// Half of what is between two groups goes each way.
void make_symmetric(MixingMatrix& matrix) {
    for (std::size_t row = 0; row < matrix.groups; ++row)
        for (std::size_t column = 0; column < row; ++column) {
            auto& one = matrix.shares[row * matrix.groups + column];
            auto& other = matrix.shares[column * matrix.groups + row];
            one = other = (one + other) / 2;
        }
}

} // namespace

MixingMatrix mixing_matrix(const ProjectedGraph& graph, std::span<const std::uint32_t> groups) {
    MixingMatrix matrix{count_groups(groups), {}};
    matrix.shares.assign(matrix.groups * matrix.groups, 0);
    double total = 0;
    const auto add = [&](Vertex from, Vertex to, double weight) {
        const auto row = groups[from];
        const auto column = groups[to];
        if (row == no_group || column == no_group) return;
        matrix.shares[row * matrix.groups + column] += weight;
        total += weight;
    };
    if (graph.is_directed()) {
        each_arc(graph, add);
    } else {
        each_tie(graph, add);
        make_symmetric(matrix);
    }
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
        left += static_cast<double>(graph.out().degree(v)) * left_degrees[v];
        right += static_cast<double>(graph.in().degree(v)) * right_degrees[v];
    }
    const auto count = static_cast<double>(graph.out().arcs());
    left /= count;
    right /= count;
    double both = 0;
    double left_squares = 0;
    double right_squares = 0;
    for (Vertex v = 0; v < graph.size(); ++v) {
        const auto l = left_degrees[v] - left;
        const auto r = right_degrees[v] - right;
        both += l * others(graph, v, right_degrees, right);
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
    const auto add = [&](Vertex from, Vertex to, double weight) {
        const auto row = groups[from];
        const auto column = groups[to];
        if (row == no_group || column == no_group) return;
        out[row] += weight;
        in[column] += weight;
        total += weight;
        if (row == column) within += weight;
    };
    if (graph.is_directed()) {
        each_arc(graph, add);
    } else {
        // Half of each tie goes either way, which leaves the shares of the groups as they are.
        each_tie(graph, add);
        for (std::size_t group = 0; group < count; ++group)
            out[group] = in[group] = (out[group] + in[group]) / 2;
    }
    if (total <= 0) return 0;
    double expected = 0;
    for (std::size_t group = 0; group < count; ++group)
        expected += out[group] / total * (in[group] / total);
    return within / total - resolution * expected;
}

} // namespace lintas::algorithms
