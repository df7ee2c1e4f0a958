// A projected graph as Boost.Graph knows graphs: views that copy nothing. Only the files named
// boost_* see this.
//
// Invariant: a view is as cheap to copy as a pointer, and refers to a graph that outlives it. An
// edge of an undirected view is seen from the vertex that was asked for it, so the two ways to
// see it differ in source, target and number.
#pragma once

#include "graph/algorithms/projected_graph.h"

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <boost/property_map/property_map.hpp>

#include <compare>
#include <cstdint>
#include <utility>

namespace lintas::algorithms {

struct BoostEdge {
    Vertex source = no_vertex;
    Vertex target = no_vertex;
    std::uint64_t arc = 0; // in the rows of out()

    auto operator<=>(const BoostEdge&) const = default;
};

// Walks over one row. `Incoming`: the row is one of in(), and edges run towards its vertex.
template <bool Incoming>
class RowIterator : public boost::iterator_facade<RowIterator<Incoming>, BoostEdge,
                                                  boost::random_access_traversal_tag, BoostEdge> {
public:
    RowIterator() = default;
    RowIterator(const ProjectedGraph& graph, Vertex vertex, std::uint64_t at)
        : graph_{&graph}, vertex_{vertex}, at_{at} {}

private:
    friend class boost::iterator_core_access;

    BoostEdge dereference() const {
        const auto& rows = Incoming ? graph_->in() : graph_->out();
        const auto other = rows.row(vertex_)[at_];
        if constexpr (!Incoming) return {vertex_, other, rows.first(vertex_) + at_};
        return {other, vertex_, *graph_->out().find(other, vertex_)};
    }
    bool equal(const RowIterator& other) const {
        return vertex_ == other.vertex_ && at_ == other.at_;
    }
    void increment() { ++at_; }
    void decrement() { --at_; }
    void advance(std::ptrdiff_t steps) { at_ += static_cast<std::uint64_t>(steps); }
    std::ptrdiff_t distance_to(const RowIterator& other) const {
        return static_cast<std::ptrdiff_t>(other.at_ - at_);
    }

    const ProjectedGraph* graph_ = nullptr;
    Vertex vertex_ = 0;
    std::uint64_t at_ = 0;
};

// Walks over all rows. Where the graph is undirected, each tie is seen from its smaller end.
class EdgeIterator : public boost::iterator_facade<EdgeIterator, BoostEdge,
                                                   boost::forward_traversal_tag, BoostEdge> {
public:
    EdgeIterator() = default;
    EdgeIterator(const ProjectedGraph& graph, Vertex vertex) : graph_{&graph}, vertex_{vertex} {
        settle();
    }

private:
    friend class boost::iterator_core_access;

    BoostEdge dereference() const {
        return {vertex_, graph_->out().row(vertex_)[at_], graph_->out().first(vertex_) + at_};
    }
    bool equal(const EdgeIterator& other) const {
        return vertex_ == other.vertex_ && at_ == other.at_;
    }
    void increment() {
        ++at_;
        settle();
    }
    // Moves on to the next place that counts.
    void settle() {
        for (; vertex_ < graph_->size(); ++vertex_, at_ = 0)
            for (const auto row = graph_->out().row(vertex_); at_ < row.size(); ++at_)
                if (graph_->is_directed() || vertex_ <= row[at_]) return;
    }

    const ProjectedGraph* graph_ = nullptr;
    Vertex vertex_ = 0;
    std::uint64_t at_ = 0;
};

struct BoostTraversal : public virtual boost::bidirectional_graph_tag,
                        public virtual boost::adjacency_graph_tag,
                        public virtual boost::vertex_list_graph_tag,
                        public virtual boost::edge_list_graph_tag {};

// REQUIRES: DirectedView is made of a directed graph, or of an undirected one whose ties stand for
// two arcs each; UndirectedView of an undirected graph.
template <typename Category> struct BoostView { const ProjectedGraph* graph = nullptr; };
using DirectedView = BoostView<boost::bidirectional_tag>;
using UndirectedView = BoostView<boost::undirected_tag>;

template <typename C>
std::pair<RowIterator<false>, RowIterator<false>> out_edges(Vertex vertex,
                                                            const BoostView<C>& view) {
    return {RowIterator<false>{*view.graph, vertex, 0},
            RowIterator<false>{*view.graph, vertex, view.graph->out().degree(vertex)}};
}
template <typename C>
std::pair<RowIterator<true>, RowIterator<true>> in_edges(Vertex vertex, const BoostView<C>& view) {
    return {RowIterator<true>{*view.graph, vertex, 0},
            RowIterator<true>{*view.graph, vertex, view.graph->in().degree(vertex)}};
}
template <typename C>
std::pair<const Vertex*, const Vertex*> adjacent_vertices(Vertex vertex, const BoostView<C>& view) {
    const auto row = view.graph->out().row(vertex);
    return {row.data(), row.data() + row.size()};
}
template <typename C>
std::pair<boost::counting_iterator<Vertex>, boost::counting_iterator<Vertex>>
vertices(const BoostView<C>& view) {
    return {boost::counting_iterator<Vertex>{0},
            boost::counting_iterator<Vertex>{view.graph->size()}};
}
template <typename C> std::pair<EdgeIterator, EdgeIterator> edges(const BoostView<C>& view) {
    return {EdgeIterator{*view.graph, 0}, EdgeIterator{*view.graph, view.graph->size()}};
}
template <typename C> Vertex num_vertices(const BoostView<C>& view) { return view.graph->size(); }
template <typename C> std::uint64_t num_edges(const BoostView<C>& view) {
    return view.graph->ties();
}
template <typename C> std::uint32_t out_degree(Vertex vertex, const BoostView<C>& view) {
    return view.graph->out().degree(vertex);
}
template <typename C> std::uint32_t in_degree(Vertex vertex, const BoostView<C>& view) {
    return view.graph->in().degree(vertex);
}
template <typename C> std::uint32_t degree(Vertex vertex, const BoostView<C>& view) {
    const auto out = out_degree(vertex, view);
    return view.graph->is_directed() ? out + in_degree(vertex, view) : out;
}
template <typename C> Vertex source(const BoostEdge& edge, const BoostView<C>&) {
    return edge.source;
}
template <typename C> Vertex target(const BoostEdge& edge, const BoostView<C>&) {
    return edge.target;
}
template <typename C>
boost::typed_identity_property_map<Vertex> get(boost::vertex_index_t, const BoostView<C>&) {
    return {};
}
template <typename C> Vertex get(boost::vertex_index_t, const BoostView<C>&, Vertex vertex) {
    return vertex;
}

// Weights by the number of the arc.
struct ArcWeight {
    const Adjacency* rows = nullptr;
    double operator()(const BoostEdge& edge) const { return rows->weight(edge.arc); }
};
inline auto arc_weights(const ProjectedGraph& graph) {
    return boost::make_function_property_map<BoostEdge, double>(ArcWeight{&graph.out()});
}

} // namespace lintas::algorithms

namespace boost {

template <typename Category> struct graph_traits<lintas::algorithms::BoostView<Category>> {
    using vertex_descriptor = lintas::algorithms::Vertex;
    using edge_descriptor = lintas::algorithms::BoostEdge;
    using adjacency_iterator = const lintas::algorithms::Vertex*;
    using out_edge_iterator = lintas::algorithms::RowIterator<false>;
    using in_edge_iterator = lintas::algorithms::RowIterator<true>;
    using vertex_iterator = counting_iterator<lintas::algorithms::Vertex>;
    using edge_iterator = lintas::algorithms::EdgeIterator;
    using directed_category = Category;
    using edge_parallel_category = disallow_parallel_edge_tag;
    using traversal_category = lintas::algorithms::BoostTraversal;
    using vertices_size_type = lintas::algorithms::Vertex;
    using edges_size_type = std::uint64_t;
    using degree_size_type = std::uint32_t;

    static vertex_descriptor null_vertex() { return lintas::algorithms::no_vertex; }
};

// Some algorithms ask for the traits of a graph that is const.
template <typename Category>
struct graph_traits<const lintas::algorithms::BoostView<Category>>
    : graph_traits<lintas::algorithms::BoostView<Category>> {};

template <typename Category>
struct property_map<lintas::algorithms::BoostView<Category>, vertex_index_t> {
    using type = typed_identity_property_map<lintas::algorithms::Vertex>;
    using const_type = type;
};
template <typename Category>
struct property_map<const lintas::algorithms::BoostView<Category>, vertex_index_t>
    : property_map<lintas::algorithms::BoostView<Category>, vertex_index_t> {};

} // namespace boost
