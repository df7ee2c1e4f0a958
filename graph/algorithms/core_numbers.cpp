#include "graph/algorithms/core_numbers.h"

#include <algorithm>

namespace lintas::algorithms {

namespace {

// Vertices in the order of the degrees they have left, in bins that a vertex can leave downwards.
class Bins {
public:
    explicit Bins(const std::vector<std::uint32_t>& degrees)
        : place_(degrees.size()), order_(degrees.size()) {
        const auto most = degrees.empty() ? 0 : std::ranges::max(degrees);
        begin_.assign(std::size_t{most} + 2, 0);
        for (const auto degree : degrees) ++begin_[degree + 1];
        for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
        auto next = begin_;
        for (Vertex v = 0; v < degrees.size(); ++v) put(v, next[degrees[v]]++);
    }

    Vertex at(Vertex place) const { return order_[place]; }
    // From the bin of `degree` to the one below it.
    void lower(Vertex vertex, std::uint32_t degree) {
        const auto first = begin_[degree]++;
        const auto other = order_[first];
        put(other, place_[vertex]);
        put(vertex, first);
    }

private:
    void put(Vertex vertex, Vertex place) {
        order_[place] = vertex;
        place_[vertex] = place;
    }

    std::vector<Vertex> begin_; // of each bin
    std::vector<Vertex> place_;
    std::vector<Vertex> order_;
};

} // namespace

std::vector<std::uint32_t> core_numbers(const ProjectedGraph& given, const Work& work) {
    const auto graph = undirected(given);
    std::vector<std::uint32_t> left(graph.size());
    for (Vertex v = 0; v < graph.size(); ++v)
        left[v] = graph.out().degree(v) - (graph.out().has(v, v) ? 1 : 0);
    Bins bins{left};
    for (Vertex i = 0; i < graph.size(); ++i) {
        if (i % steps_a_check == 0) work.check();
        const auto vertex = bins.at(i);
        for (const auto neighbour : graph.out().row(vertex)) {
            if (left[neighbour] <= left[vertex]) continue;
            bins.lower(neighbour, left[neighbour]);
            --left[neighbour];
        }
    }
    return left;
}

} // namespace lintas::algorithms
