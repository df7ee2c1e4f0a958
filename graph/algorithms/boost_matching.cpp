#include "graph/algorithms/boost_matching.h"

#include "graph/algorithms/boost_checked_index.h"
#include "graph/error.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/max_cardinality_matching.hpp>
#include <boost/graph/maximum_weighted_matching.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace lintas::algorithms {

namespace {

using Weight = boost::property<boost::edge_weight_t, std::int64_t>;
// Boost looks edges up by their ends and asks for their weights by name: a graph of its own.
using WeightedGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Weight>;

constexpr double largest_weight = 1099511627776.0; // 2^40: sums of four stay whole numbers

// The vertices that have ties to others.
std::vector<Vertex> tied_vertices(const ProjectedGraph& graph) {
    std::vector<Vertex> found;
    for (Vertex v = 0; v < graph.size(); ++v)
        if (std::ranges::any_of(graph.out().row(v), [v](Vertex other) { return other != v; }))
            found.push_back(v);
    if (found.size() > most_matched_vertices)
        throw Error{ErrorCode::Argument, ErrorDetail::NumberOutOfRange,
                    fmt::format("Matching takes at most `{}` nodes that have relationships, not "
                                "`{}`",
                                most_matched_vertices, found.size())};
    return found;
}

WeightedGraph weighted_graph(const ProjectedGraph& graph, const std::vector<Vertex>& tied) {
    std::vector<Vertex> place(graph.size());
    for (std::size_t i = 0; i < tied.size(); ++i) place[tied[i]] = static_cast<Vertex>(i);
    double most = 1;
    for (const auto v : tied)
        for (const auto weight : graph.out().weights(v)) most = std::max(most, weight);
    WeightedGraph made{tied.size()};
    for (const auto v : tied) {
        const auto row = graph.out().row(v);
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i] <= v) continue;
            const auto weight = graph.out().weight(graph.out().first(v) + i);
            boost::add_edge(place[v], place[row[i]],
                            Weight{std::llround(weight / most * largest_weight)}, made);
        }
    }
    return made;
}

} // namespace

Matching matching(const ProjectedGraph& given, const Work& work) {
    const auto graph = undirected(given);
    const auto tied = tied_vertices(graph);
    const auto weighted = weighted_graph(graph, tied);
    using Place = boost::graph_traits<WeightedGraph>::vertex_descriptor;
    std::vector<Place> mates(tied.size(), boost::graph_traits<WeightedGraph>::null_vertex());
    std::uint64_t reads = 0;
    const CheckedIndex index{work, reads};
    if (graph.is_weighted())
        boost::maximum_weighted_matching(weighted, mates.data(), index);
    else
        boost::edmonds_maximum_cardinality_matching(weighted, mates.data(), index);
    Matching found;
    for (std::size_t i = 0; i < tied.size(); ++i) {
        if (mates[i] == boost::graph_traits<WeightedGraph>::null_vertex() || mates[i] < i) continue;
        found.pairs.emplace_back(tied[i], tied[mates[i]]);
        found.weight += graph.out().weight(*graph.out().find(tied[i], tied[mates[i]]));
    }
    return found;
}

} // namespace lintas::algorithms
