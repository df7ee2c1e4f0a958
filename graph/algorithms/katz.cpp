#include "graph/algorithms/katz.h"

#include "graph/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lintas::algorithms {

namespace {

constexpr int most_rounds = 1000;
constexpr double tolerance = 1e-12;
constexpr double share_of_limit = 0.85;

// result[v] = the sum over ties u -> v of weight x values[u].
std::vector<double> along_ties(const ProjectedGraph& graph, const std::vector<double>& values) {
    std::vector<double> result(graph.size());
    for (Vertex v = 0; v < graph.size(); ++v) {
        const auto row = graph.in().row(v);
        for (std::size_t i = 0; i < row.size(); ++i)
            result[v] += graph.in().weight(graph.in().first(v) + i) * values[row[i]];
    }
    return result;
}

double length(const std::vector<double>& values) {
    double sum = 0;
    for (const auto value : values) sum += value * value;
    return std::sqrt(sum);
}

} // namespace

double largest_eigenvalue(const ProjectedGraph& graph, const Work& work) {
    std::vector<double> values(graph.size(), 1);
    double eigenvalue = 0;
    // With the identity added, eigenvalues of equal size and opposite sign are told apart.
    for (int round = 0; round < most_rounds && graph.size() > 0; ++round) {
        work.check();
        auto next = along_ties(graph, values);
        for (Vertex v = 0; v < graph.size(); ++v) next[v] += values[v];
        const auto before = eigenvalue;
        eigenvalue = length(next) / length(values) - 1;
        const auto scale = 1 / length(next);
        for (auto& value : next) value *= scale;
        values = std::move(next);
        if (std::abs(eigenvalue - before) <= tolerance * std::max(1.0, eigenvalue)) break;
    }
    return std::max(eigenvalue, 0.0);
}

Katz katz(const ProjectedGraph& graph, std::optional<double> attenuation, const Work& work) {
    if (!attenuation) {
        const auto limit = largest_eigenvalue(graph, work);
        attenuation = limit > 0 ? share_of_limit / limit : 1;
    }
    Katz found{std::vector<double>(graph.size(), 1), *attenuation};
    for (int round = 0; round < most_rounds; ++round) {
        work.check();
        auto next = along_ties(graph, found.values);
        double change = 0;
        double sum = 0;
        for (Vertex v = 0; v < graph.size(); ++v) {
            next[v] = *attenuation * next[v] + 1;
            change += std::abs(next[v] - found.values[v]);
            sum += next[v];
        }
        found.values = std::move(next);
        if (!std::isfinite(sum)) break;
        if (change <= tolerance * sum) return found;
    }
    if (graph.size() == 0) return found;
    throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                fmt::format("With an attenuation of `{}` the sums over walks do not end; it has to "
                            "be below `{}`",
                            *attenuation, 1 / largest_eigenvalue(graph, work))};
}

std::vector<double> katz_from(const ProjectedGraph& graph, Vertex source, double attenuation,
                              int most_ties, const Work& work) {
    std::vector<double> total(graph.size());
    std::vector<double> walks(graph.size());
    walks[source] = 1;
    for (int ties = 0; ties < most_ties; ++ties) {
        work.check();
        walks = along_ties(graph, walks);
        for (Vertex v = 0; v < graph.size(); ++v) {
            walks[v] *= attenuation;
            total[v] += walks[v];
        }
    }
    return total;
}

} // namespace lintas::algorithms
