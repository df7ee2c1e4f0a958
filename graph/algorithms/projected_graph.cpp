#include "graph/algorithms/projected_graph.h"

#include "graph/expect.h"

#include <algorithm>
#include <utility>

namespace lintas::algorithms {

namespace {

double merged(double left, double right, Merging merging) {
    return merging == Merging::Sum ? left + right : std::min(left, right);
}

struct Arc {
    Vertex to;
    double weight;
};

// Rows of arcs in the order in which they came, before each row is put in order.
struct Rows {
    std::vector<std::uint64_t> first;
    std::vector<Arc> arcs;
};

template <typename ForEachArc> Rows rows_of(Vertex size, const ForEachArc& for_each_arc) {
    Rows rows;
    rows.first.assign(std::size_t{size} + 1, 0);
    for_each_arc([&](Vertex from, Vertex, double) { ++rows.first[from + 1]; });
    for (std::size_t i = 0; i < size; ++i) rows.first[i + 1] += rows.first[i];
    rows.arcs.resize(rows.first.back());
    auto next = rows.first;
    for_each_arc([&](Vertex from, Vertex to, double weight) {
        rows.arcs[next[from]++] = {to, weight};
    });
    return rows;
}

// Puts each row in order and merges what is parallel. Sorted stably, so that sums do not depend on
// more than the order of the ties.
Adjacency adjacency_of(Rows rows, const TieRules& rules) {
    std::vector<std::uint64_t> first{0};
    std::vector<Vertex> neighbours;
    std::vector<double> weights;
    neighbours.reserve(rows.arcs.size());
    for (std::size_t v = 0; v + 1 < rows.first.size(); ++v) {
        const auto begin = rows.arcs.begin() + static_cast<std::ptrdiff_t>(rows.first[v]);
        const auto end = rows.arcs.begin() + static_cast<std::ptrdiff_t>(rows.first[v + 1]);
        std::stable_sort(begin, end, [](const Arc& l, const Arc& r) { return l.to < r.to; });
        for (auto arc = begin; arc != end; ++arc) {
            const auto is_parallel =
                neighbours.size() > first.back() && neighbours.back() == arc->to;
            if (!is_parallel) neighbours.push_back(arc->to);
            if (!rules.is_weighted) continue;
            if (is_parallel)
                weights.back() = merged(weights.back(), arc->weight, rules.merging);
            else
                weights.push_back(arc->weight);
        }
        first.push_back(neighbours.size());
    }
    return {std::move(first), std::move(neighbours), std::move(weights)};
}

Adjacency adjacency_of(Vertex size, std::span<const Tie> ties, const TieRules& rules,
                       bool is_reversed) {
    return adjacency_of(rows_of(size,
                                [&](const auto& add) {
                                    for (const auto& [from, to, weight] : ties) {
                                        if (is_reversed)
                                            add(to, from, weight);
                                        else
                                            add(from, to, weight);
                                        if (!rules.is_directed && from != to) add(to, from, weight);
                                    }
                                }),
                        rules);
}

} // namespace

Adjacency::Adjacency(std::vector<std::uint64_t> first, std::vector<Vertex> neighbours,
                     std::vector<double> weights)
    : first_{std::move(first)}, neighbours_{std::move(neighbours)}, weights_{std::move(weights)} {
    expect(first_.back() == neighbours_.size(), "rows end with the neighbours");
    expect(weights_.empty() || weights_.size() == neighbours_.size(), "each arc has a weight");
}

Adjacency::Adjacency(std::vector<std::uint64_t> first, std::vector<const Vertex*> rows,
                     std::shared_ptr<const void> owner)
    : first_{std::move(first)}, lent_{std::move(rows)}, owner_{std::move(owner)} {
    expect(first_.size() == lent_.size() + 1, "each row has a length");
}

std::optional<std::uint64_t> Adjacency::find(Vertex from, Vertex to) const {
    const auto neighbours = row(from);
    const auto found = std::ranges::lower_bound(neighbours, to);
    if (found == neighbours.end() || *found != to) return {};
    return first_[from] + static_cast<std::uint64_t>(found - neighbours.begin());
}

bool Adjacency::has(Vertex from, Vertex to) const { return find(from, to).has_value(); }

ProjectedGraph::ProjectedGraph(Vertex size, std::span<const Tie> ties, const TieRules& rules,
                               VertexNodes nodes)
    : size_{size}, is_directed_{rules.is_directed}, out_{std::make_shared<const Adjacency>(
                                                        adjacency_of(size, ties, rules, false))},
      in_{rules.is_directed
              ? std::make_shared<const Adjacency>(adjacency_of(size, ties, rules, true))
              : out_},
      nodes_{std::move(nodes)} {
    index_nodes();
}

ProjectedGraph::ProjectedGraph(VertexNodes nodes, Adjacency out, Adjacency in)
    : size_{static_cast<Vertex>(nodes.size())},
      is_directed_{true}, out_{std::make_shared<const Adjacency>(std::move(out))},
      in_{std::make_shared<const Adjacency>(std::move(in))}, nodes_{std::move(nodes)} {
    index_nodes();
}

ProjectedGraph::ProjectedGraph(VertexNodes nodes, Adjacency both)
    : size_{static_cast<Vertex>(nodes.size())},
      out_{std::make_shared<const Adjacency>(std::move(both))}, in_{out_}, nodes_{
                                                                               std::move(nodes)} {
    index_nodes();
}

void ProjectedGraph::index_nodes() {
    if (std::ranges::is_sorted(nodes_)) return;
    for (Vertex v = 0; v < size_; ++v) by_node_.emplace_back(nodes_[v], v);
    std::ranges::sort(by_node_);
}

std::uint64_t ProjectedGraph::ties() const {
    if (is_directed_) return out_->arcs();
    std::uint64_t loops = 0;
    for (Vertex v = 0; v < size_; ++v) loops += out_->has(v, v) ? 1 : 0;
    return (out_->arcs() + loops) / 2;
}

std::optional<Vertex> ProjectedGraph::vertex(NodeId node) const {
    if (nodes_.empty()) return raw(node) < size_ ? std::optional{raw(node)} : std::nullopt;
    if (!by_node_.empty()) {
        const auto found =
            std::ranges::lower_bound(by_node_, node, {}, &std::pair<NodeId, Vertex>::first);
        if (found == by_node_.end() || found->first != node) return {};
        return found->second;
    }
    const auto found = std::ranges::lower_bound(nodes_, node);
    if (found == nodes_.end() || *found != node) return {};
    return static_cast<Vertex>(found - nodes_.begin());
}

ProjectedGraph undirected(const ProjectedGraph& graph, Merging merging) {
    if (!graph.is_directed()) return graph;
    VertexNodes nodes;
    for (Vertex v = 0; v < graph.size(); ++v) nodes.push_back(graph.node(v));
    const auto add_all = [&](const auto& add) {
        for (Vertex v = 0; v < graph.size(); ++v) {
            const auto row = graph.out().row(v);
            for (std::size_t i = 0; i < row.size(); ++i) {
                const auto weight = graph.out().weight(graph.out().first(v) + i);
                add(v, row[i], weight);
                if (row[i] != v) add(row[i], v, weight);
            }
        }
    };
    return {std::move(nodes),
            adjacency_of(rows_of(graph.size(), add_all), {false, graph.is_weighted(), merging})};
}

} // namespace lintas::algorithms
