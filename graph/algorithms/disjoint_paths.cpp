#include "graph/algorithms/disjoint_paths.h"

#include "graph/algorithms/exact_cost.h"
#include "graph/algorithms/flow_network.h"

#include <algorithm>

namespace lintas::algorithms {

namespace {

using Point = FlowNetwork::Point;

// Where the vertices of a graph are in its network: one point each, or two, where what enters and
// what leaves a vertex is told apart.
class Layout {
public:
    Layout(Vertex vertices, Disjoint disjoint)
        : vertices_{vertices}, factor_{disjoint == Disjoint::Vertices ? 2u : 1u} {}

    Point in(Vertex vertex) const { return vertex * factor_; }
    Point out(Vertex vertex) const { return vertex * factor_ + factor_ - 1; }
    Vertex vertex(Point point) const { return point / factor_; }
    bool is_split() const { return factor_ == 2; }
    // Two points that are no vertices.
    Point source() const { return vertices_ * factor_; }
    Point target() const { return source() + 1; }
    Point points() const { return source() + 2; }

private:
    Vertex vertices_;
    Point factor_;
};

// `passes[v]`: more than one way may lead through v. Where vertices are told apart, only a tie
// between two such vertices is narrow itself.
FlowNetwork network_of(const ProjectedGraph& graph, const Layout& layout,
                       const std::vector<std::uint8_t>& passes, const Work& work) {
    const ExactCosts costs{graph};
    FlowNetwork network{layout.points()};
    for (Vertex v = 0; v < graph.size(); ++v) {
        if (v % 4096 == 0) work.check();
        if (layout.is_split())
            network.add(layout.in(v), layout.out(v), passes[v] ? FlowNetwork::no_limit : 1);
        const auto row = graph.out().row(v);
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i] == v) continue;
            const auto is_wide = layout.is_split() && !(passes[v] && passes[row[i]]);
            network.add(layout.out(v), layout.in(row[i]), is_wide ? FlowNetwork::no_limit : 1,
                        costs.of(graph.out().weight(graph.out().first(v) + i)));
        }
    }
    return network;
}

std::vector<std::uint8_t> marked(Vertex size, std::span<const Vertex> vertices) {
    std::vector<std::uint8_t> marks(size);
    for (const auto vertex : vertices) marks[vertex] = 1;
    return marks;
}

bool are_tied(const ProjectedGraph& graph, std::span<const Vertex> sources,
              const std::vector<std::uint8_t>& is_target) {
    return std::ranges::any_of(sources, [&](Vertex source) {
        return std::ranges::any_of(graph.out().row(source),
                                   [&](Vertex vertex) { return is_target[vertex] != 0; });
    });
}

void find_cut(const ProjectedGraph& graph, const Layout& layout, const FlowNetwork& network,
              Connectivity& found) {
    const auto is_reached = network.reached_from(layout.source());
    for (Vertex v = 0; v < graph.size(); ++v) {
        if (layout.is_split()) {
            if (is_reached[layout.in(v)] && !is_reached[layout.out(v)]) found.vertices.push_back(v);
            continue;
        }
        for (const auto neighbour : graph.out().row(v))
            if (is_reached[v] && !is_reached[neighbour]) found.ties.emplace_back(v, neighbour);
    }
}

// Follows one unit from the source to the target and takes it back; loops are left out.
std::vector<Vertex> take_way(FlowNetwork& network, const Layout& layout, Vertex source,
                             Vertex target) {
    std::vector<Vertex> way{source};
    for (auto at = layout.out(source); at != layout.in(target);) {
        const auto row = network.row(at);
        const auto arc =
            *std::ranges::find_if(row, [&](auto one) { return network.flow(one) > 0; });
        network.take_back(arc);
        at = network.target(arc);
        const auto vertex = layout.vertex(at);
        if (way.back() == vertex) continue;
        const auto before = std::ranges::find(way, vertex);
        way.erase(before, way.end());
        way.push_back(vertex);
    }
    return way;
}

RankedPath ranked(const ProjectedGraph& graph, const ExactCosts& costs,
                  std::vector<Vertex> vertices) {
    RankedPath path{std::move(vertices)};
    for (std::size_t i = 0; i < path.ties(); ++i) {
        const auto weight =
            graph.out().weight(*graph.out().find(path.vertices[i], path.vertices[i + 1]));
        path.cost += weight;
        path.exact_cost += costs.of(weight);
    }
    return path;
}

// Ties that are used both ways by two units are used by neither.
void cancel_both_ways(const ProjectedGraph& graph, FlowNetwork& network, const Layout& layout) {
    const auto used = [&](Vertex from, Vertex to) -> std::optional<FlowNetwork::Arc> {
        for (const auto arc : network.row(layout.out(from)))
            if (network.target(arc) == layout.in(to) && network.flow(arc) > 0) return arc;
        return {};
    };
    for (Vertex v = 0; v < graph.size(); ++v)
        for (const auto arc : network.row(layout.out(v))) {
            if (network.flow(arc) == 0) continue;
            const auto other = layout.vertex(network.target(arc));
            if (other == v || other >= graph.size()) continue;
            if (const auto back = used(other, v)) {
                network.take_back(arc);
                network.take_back(*back);
            }
        }
}

} // namespace

Connectivity connectivity(const ProjectedGraph& graph, std::span<const Vertex> sources,
                          std::span<const Vertex> targets, Disjoint disjoint, const Work& work,
                          bool ends_count) {
    const auto is_source = marked(graph.size(), sources);
    const auto is_target = marked(graph.size(), targets);
    const auto overlap =
        std::ranges::any_of(sources, [&](Vertex source) { return is_target[source] != 0; });
    Connectivity found;
    if (overlap && !ends_count) return found;
    const auto is_tied = are_tied(graph, sources, is_target);
    auto passes = std::vector<std::uint8_t>(graph.size());
    for (Vertex v = 0; v < graph.size() && !ends_count; ++v)
        passes[v] = is_source[v] || is_target[v] ? 1 : 0;
    const Layout layout{graph.size(), disjoint};
    auto network = network_of(graph, layout, passes, work);
    for (Vertex v = 0; v < graph.size(); ++v) {
        if (is_source[v]) network.add(layout.source(), layout.in(v), FlowNetwork::no_limit);
        if (is_target[v]) network.add(layout.out(v), layout.target(), FlowNetwork::no_limit);
    }
    network.finish();
    found.ways = network.send(layout.source(), layout.target(), any_number, work);
    if (disjoint == Disjoint::Ties || ends_count || !is_tied)
        find_cut(graph, layout, network, found);
    return found;
}

std::vector<RankedPath> disjoint_paths(const ProjectedGraph& graph, Vertex source, Vertex target,
                                       std::int64_t k, Disjoint disjoint, const Work& work) {
    if (k <= 0) return {};
    const ExactCosts costs{graph};
    if (source == target) return {ranked(graph, costs, {source})};
    const Layout layout{graph.size(), disjoint};
    const Vertex ends[] = {source, target};
    auto network = network_of(graph, layout, marked(graph.size(), ends), work);
    network.finish();
    std::int64_t ways = 0;
    while (ways < k && network.send_cheapest(layout.out(source), layout.in(target), work)) ++ways;
    cancel_both_ways(graph, network, layout);
    std::vector<RankedPath> paths;
    for (; ways > 0; --ways)
        paths.push_back(ranked(graph, costs, take_way(network, layout, source, target)));
    std::ranges::sort(paths, comes_before);
    return paths;
}

} // namespace lintas::algorithms
