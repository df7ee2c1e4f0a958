#include "graph/algorithms/triangles.h"

#include <algorithm>
#include <numeric>

namespace lintas::algorithms {

namespace {

constexpr std::size_t triangle_grain = 512;

// Each tie once, from the end of fewer neighbours to that of more, so that no row is long.
struct Ascending {
    std::vector<std::uint64_t> first;
    std::vector<Vertex> neighbours;
    std::vector<std::uint8_t> arcs; // how many directions the tie has
    std::vector<Vertex> vertex_at;  // by rank
};

Ascending ascending(const ProjectedGraph& graph, bool counts_arcs, const ProjectedGraph& given) {
    Ascending rows;
    rows.vertex_at.resize(graph.size());
    std::iota(rows.vertex_at.begin(), rows.vertex_at.end(), Vertex{0});
    std::ranges::stable_sort(rows.vertex_at, {}, [&](Vertex v) { return graph.out().degree(v); });
    std::vector<Vertex> rank(graph.size());
    for (Vertex r = 0; r < graph.size(); ++r) rank[rows.vertex_at[r]] = r;
    rows.first.push_back(0);
    rows.neighbours.reserve(graph.out().arcs() / 2 + 1);
    for (Vertex r = 0; r < graph.size(); ++r) {
        const auto vertex = rows.vertex_at[r];
        for (const auto neighbour : graph.out().row(vertex)) {
            if (rank[neighbour] <= r) continue;
            rows.neighbours.push_back(rank[neighbour]);
            if (!counts_arcs) continue;
            const auto both =
                given.out().has(vertex, neighbour) && given.out().has(neighbour, vertex);
            rows.arcs.push_back(both ? 2 : 1);
        }
        rows.first.push_back(rows.neighbours.size());
    }
    return rows;
}

// What one thread counts, by rank.
struct Counts {
    std::vector<std::uint64_t> triangles;
    std::vector<std::uint64_t> arcs; // between the neighbours of a vertex
};

class Counter {
public:
    Counter(const Ascending& rows, Counts& counts) : rows_{rows}, counts_{counts} {
        const auto size = rows.vertex_at.size();
        counts_.triangles.resize(size);
        if (!rows.arcs.empty()) counts_.arcs.resize(size);
        place_.assign(size, no_place);
    }

    // The triangles whose smallest rank is r.
    void count(Vertex r) {
        for (auto i = rows_.first[r]; i < rows_.first[r + 1]; ++i) place_[rows_.neighbours[i]] = i;
        for (auto i = rows_.first[r]; i < rows_.first[r + 1]; ++i) {
            const auto middle = rows_.neighbours[i];
            for (auto j = rows_.first[middle]; j < rows_.first[middle + 1]; ++j) {
                const auto last = rows_.neighbours[j];
                if (place_[last] != no_place) add(r, middle, last, i, j);
            }
        }
        for (auto i = rows_.first[r]; i < rows_.first[r + 1]; ++i)
            place_[rows_.neighbours[i]] = no_place;
    }

private:
    static constexpr auto no_place = ~std::uint64_t{0};

    void add(Vertex r, Vertex middle, Vertex last, std::uint64_t i, std::uint64_t j) {
        ++counts_.triangles[r];
        ++counts_.triangles[middle];
        ++counts_.triangles[last];
        if (rows_.arcs.empty()) return;
        counts_.arcs[r] += rows_.arcs[j];
        counts_.arcs[middle] += rows_.arcs[place_[last]];
        counts_.arcs[last] += rows_.arcs[i];
    }

    const Ascending& rows_;
    Counts& counts_;
    std::vector<std::uint64_t> place_; // of the ties of r, by the rank of the other end
};

Counts count_all(const Ascending& rows, const Workers& workers) {
    std::vector<Counts> parts(workers.count());
    workers.each_range(rows.vertex_at.size(), std::max(triangle_grain, rows.vertex_at.size() / 256),
                       [&](std::size_t begin, std::size_t end, unsigned thread) {
                           Counter counter{rows, parts[thread]};
                           for (auto r = begin; r < end; ++r) counter.count(static_cast<Vertex>(r));
                       });
    Counts all{std::vector<std::uint64_t>(rows.vertex_at.size()),
               std::vector<std::uint64_t>(rows.vertex_at.size())};
    for (const auto& part : parts) {
        for (std::size_t r = 0; r < part.triangles.size(); ++r)
            all.triangles[r] += part.triangles[r];
        for (std::size_t r = 0; r < part.arcs.size(); ++r) all.arcs[r] += part.arcs[r];
    }
    return all;
}

} // namespace

Triangles triangles(const ProjectedGraph& given, const Workers& workers) {
    const auto graph = undirected(given);
    const auto rows = ascending(graph, given.is_directed(), given);
    const auto counts = count_all(rows, workers);
    Triangles found{std::vector<std::uint64_t>(graph.size()), std::vector<double>(graph.size())};
    double pairs_of_ties = 0;
    for (Vertex r = 0; r < graph.size(); ++r) {
        const auto v = rows.vertex_at[r];
        found.at[v] = counts.triangles[r];
        found.total += counts.triangles[r];
        const double degree = graph.out().degree(v) - (graph.out().has(v, v) ? 1.0 : 0.0);
        if (degree < 2) continue;
        const auto arcs = given.is_directed() ? counts.arcs[r] : 2 * counts.triangles[r];
        found.clustering[v] = static_cast<double>(arcs) / (degree * (degree - 1));
        pairs_of_ties += degree * (degree - 1) / 2;
    }
    found.total /= 3;
    for (const auto share : found.clustering) found.average_clustering += share;
    if (graph.size() > 0) found.average_clustering /= graph.size();
    if (pairs_of_ties > 0)
        found.transitivity = 3.0 * static_cast<double>(found.total) / pairs_of_ties;
    return found;
}

} // namespace lintas::algorithms
