// A graph as algorithms see it: vertices 0 to size() - 1, joined by ties. It is a part of a store's
// graph (project.h), or is made of ties that somebody counted.
//
// Invariant: a row of neighbours is in ascending order and has each neighbour once; parallel
// relationships are one tie. A vertex that is tied to itself stands once in its own row. In an
// undirected graph in() is out(), and both ends have the tie. Weights are finite and not negative.
#pragma once

#include "graph/ids.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace lintas::algorithms {

using Vertex = std::uint32_t;
inline constexpr Vertex no_vertex = ~Vertex{0};

// The rows of one direction. An arc is a place in a row, and has a number: from 0, row by row.
class Adjacency {
public:
    Adjacency() = default;
    // `neighbours` and, unless empty, `weights` row by row; row v begins at first[v].
    Adjacency(std::vector<std::uint64_t> first, std::vector<Vertex> neighbours,
              std::vector<double> weights);
    // Rows that lie elsewhere, in memory that `owner` keeps. Shared with the store they belong to.
    Adjacency(std::vector<std::uint64_t> first, std::vector<const Vertex*> rows,
              std::shared_ptr<const void> owner);

    std::span<const Vertex> row(Vertex vertex) const {
        const auto begin = first_[vertex];
        const auto* data = lent_.empty() ? neighbours_.data() + begin : lent_[vertex];
        return {data, first_[vertex + 1] - begin};
    }
    std::uint32_t degree(Vertex vertex) const {
        return static_cast<std::uint32_t>(first_[vertex + 1] - first_[vertex]);
    }
    std::uint64_t first(Vertex vertex) const { return first_[vertex]; }
    std::uint64_t arcs() const { return first_.back(); }
    // The weights of a row; empty where ties have none.
    std::span<const double> weights(Vertex vertex) const {
        if (weights_.empty()) return {};
        return {weights_.data() + first_[vertex], degree(vertex)};
    }
    double weight(std::uint64_t arc) const { return weights_.empty() ? 1 : weights_[arc]; }
    bool is_weighted() const { return !weights_.empty(); }
    bool is_lent() const { return !lent_.empty(); }
    // Does the row of `from` have `to`?
    bool has(Vertex from, Vertex to) const;
    // The number of that arc.
    std::optional<std::uint64_t> find(Vertex from, Vertex to) const;

private:
    std::vector<std::uint64_t> first_{0};
    std::vector<const Vertex*> lent_; // empty: the rows lie in neighbours_
    std::vector<Vertex> neighbours_;
    std::vector<double> weights_;
    std::shared_ptr<const void> owner_;
};

// One tie of a graph to be made.
struct Tie {
    Vertex from = 0;
    Vertex to = 0;
    double weight = 1;
};

// What becomes of the weights of parallel relationships: strengths add up, of costs the least
// counts.
enum class Merging { Sum, Least };

struct TieRules {
    bool is_directed = false;
    bool is_weighted = false; // otherwise the weights of the ties are not looked at
    Merging merging = Merging::Sum;
};

// What the vertices stand for. Empty: vertex v stands for node v.
using VertexNodes = std::vector<NodeId>;

class ProjectedGraph {
public:
    ProjectedGraph() = default;
    // REQUIRES: ends are below `size`; weights are finite and not negative; `nodes`, unless
    // empty, has `size` different nodes.
    ProjectedGraph(Vertex size, std::span<const Tie> ties, const TieRules& rules,
                   VertexNodes nodes = {});
    // A directed graph, and an undirected one. `nodes` is ascending.
    ProjectedGraph(VertexNodes nodes, Adjacency out, Adjacency in);
    ProjectedGraph(VertexNodes nodes, Adjacency both);

    Vertex size() const { return size_; }
    bool is_directed() const { return is_directed_; }
    bool is_weighted() const { return out_->is_weighted(); }
    // Each tie once.
    std::uint64_t ties() const;

    const Adjacency& out() const { return *out_; }
    const Adjacency& in() const { return *in_; }

    NodeId node(Vertex vertex) const { return nodes_.empty() ? NodeId{vertex} : nodes_[vertex]; }
    std::optional<Vertex> vertex(NodeId node) const;

private:
    void index_nodes();

    Vertex size_ = 0;
    bool is_directed_ = false;
    // Shared with copies of the graph; the same object where the graph is undirected.
    std::shared_ptr<const Adjacency> out_ = std::make_shared<const Adjacency>();
    std::shared_ptr<const Adjacency> in_ = out_;
    VertexNodes nodes_;
    std::vector<std::pair<NodeId, Vertex>> by_node_; // where nodes_ is not ascending
};

// The same ties without directions, parallel ones merged. An undirected graph stays what it is.
ProjectedGraph undirected(const ProjectedGraph& graph, Merging merging = Merging::Sum);

} // namespace lintas::algorithms
