#include "graph/algorithms/betweenness.h"

#include "graph/algorithms/boost_betweenness.h"
#include "graph/algorithms/random.h"
#include "graph/algorithms/ways_from_source.h"
#include "graph/error.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lintas::algorithms {

namespace {

constexpr Vertex small_graph = 64;
constexpr double affordable_steps = 4e9;
constexpr Vertex fewest_sources = 64;
constexpr std::size_t most_sums = 64; // groups of sources that are summed up apart
constexpr std::size_t most_summands = std::size_t{1} << 25;

void check_costs(const ProjectedGraph& graph) {
    if (!graph.is_weighted()) return;
    for (Vertex v = 0; v < graph.size(); ++v)
        for (const auto weight : graph.out().weights(v))
            if (weight == 0)
                throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                            "Betweenness takes costs that are greater than 0"};
}

// The sums over one group of sources.
struct Sums {
    std::vector<double> values;
    std::vector<double> squares; // of the dependencies on each source; empty where not asked for
};

Sums sum_up(const ProjectedGraph& graph, std::span<const Vertex> sources, bool with_squares,
            const Work& work) {
    Sums sums{std::vector<double>(graph.size()),
              std::vector<double>(with_squares ? graph.size() : 0)};
    WaysFromSource ways{graph};
    std::vector<double> single(with_squares ? graph.size() : 0);
    for (const auto source : sources) {
        work.check();
        ways.search(source);
        if (!with_squares) {
            ways.add_dependencies(sums.values);
            continue;
        }
        std::ranges::fill(single, 0);
        ways.add_dependencies(single);
        for (Vertex v = 0; v < graph.size(); ++v) {
            sums.values[v] += single[v];
            sums.squares[v] += single[v] * single[v];
        }
    }
    return sums;
}

// The groups depend on the graph alone and are added in their order, so that no thread's pace
// changes a sum.
Sums sum_all(const ProjectedGraph& graph, std::span<const Vertex> sources, bool with_squares,
             const Workers& workers) {
    const auto groups =
        std::clamp<std::size_t>(most_summands / (graph.size() + std::size_t{1}), 2, most_sums);
    const auto grain = (sources.size() + groups - 1) / groups;
    std::vector<Sums> sums(groups);
    workers.each_range(sources.size(), grain, [&](std::size_t begin, std::size_t end, unsigned) {
        sums[begin / grain] =
            sum_up(graph, sources.subspan(begin, end - begin), with_squares, workers.work);
    });
    Sums all{std::vector<double>(graph.size()),
             std::vector<double>(with_squares ? graph.size() : 0)};
    for (const auto& part : sums) {
        for (std::size_t v = 0; v < part.values.size(); ++v) all.values[v] += part.values[v];
        for (std::size_t v = 0; v < part.squares.size(); ++v) all.squares[v] += part.squares[v];
    }
    return all;
}

} // namespace

Betweenness betweenness(const ProjectedGraph& graph, const Workers& workers) {
    check_costs(graph);
    if (graph.size() <= small_graph) return {boost_betweenness(graph), {}, graph.size()};
    std::vector<Vertex> sources(graph.size());
    std::iota(sources.begin(), sources.end(), Vertex{0});
    auto sums = sum_all(graph, sources, false, workers);
    if (!graph.is_directed())
        for (auto& value : sums.values) value /= 2;
    return {std::move(sums.values), {}, graph.size()};
}

Betweenness sampled_betweenness(const ProjectedGraph& graph, Vertex sources, std::uint64_t seed,
                                const Workers& workers) {
    if (sources >= graph.size()) return betweenness(graph, workers);
    check_costs(graph);
    const auto chosen = Random{seed}.sample(graph.size(), sources);
    const auto sums = sum_all(graph, chosen, true, workers);
    const auto taken = static_cast<double>(sources);
    const auto all = static_cast<double>(graph.size());
    const auto scale = all / (graph.is_directed() ? 1 : 2);
    Betweenness found{std::vector<double>(graph.size()), std::vector<double>(graph.size()),
                      sources};
    for (Vertex v = 0; v < graph.size(); ++v) {
        const auto mean = sums.values[v] / taken;
        found.values[v] = mean * scale;
        // The error of the mean of a sample without replacement.
        const auto variance =
            std::max(0.0, (sums.squares[v] - taken * mean * mean) / std::max(1.0, taken - 1));
        found.errors[v] = scale * std::sqrt(variance / taken * (1 - taken / all));
    }
    return found;
}

Vertex affordable_sources(const ProjectedGraph& graph) {
    const auto steps = static_cast<double>(graph.out().arcs()) + graph.size();
    const auto sources =
        std::max(affordable_steps / std::max(steps, 1.0), static_cast<double>(fewest_sources));
    return sources >= graph.size() ? graph.size() : static_cast<Vertex>(sources);
}

double betweenness_scale(const ProjectedGraph& graph) {
    if (graph.size() < 3) return 1;
    const auto pairs = (graph.size() - 1.0) * (graph.size() - 2.0);
    return (graph.is_directed() ? 1 : 2) / pairs;
}

} // namespace lintas::algorithms
