#include "graph/algorithms/triangles.h"

#include "graph/algorithms/ascending_ties.h"

namespace lintas::algorithms {

namespace {

// By the ties of AscendingTies: how many directions each has.
std::vector<std::uint8_t> arcs_of(const AscendingTies& ties, const ProjectedGraph& given) {
    std::vector<std::uint8_t> arcs;
    arcs.reserve(ties.ends.size());
    for (Vertex r = 0; r < ties.vertex_at.size(); ++r)
        for (auto tie = ties.first[r]; tie < ties.first[r + 1]; ++tie) {
            const auto vertex = ties.vertex_at[r];
            const auto other = ties.vertex_at[ties.ends[tie]];
            const auto both = given.out().has(vertex, other) && given.out().has(other, vertex);
            arcs.push_back(both ? 2 : 1);
        }
    return arcs;
}

// What one thread counts, by rank.
struct Counts {
    std::vector<std::uint64_t> triangles;
    std::vector<std::uint64_t> arcs; // between the neighbours of a vertex
};

void count(TriangleFinder& finder, Vertex r, const std::vector<std::uint8_t>& arcs,
           Counts& counts) {
    finder.each(r, [&](const Triangle& found) {
        ++counts.triangles[found.first];
        ++counts.triangles[found.middle];
        ++counts.triangles[found.last];
        if (arcs.empty()) return;
        counts.arcs[found.first] += arcs[found.middle_to_last];
        counts.arcs[found.middle] += arcs[found.first_to_last];
        counts.arcs[found.last] += arcs[found.first_to_middle];
    });
}

Counts count_all(const AscendingTies& ties, const std::vector<std::uint8_t>& arcs,
                 const Workers& workers) {
    const auto size = ties.vertex_at.size();
    std::vector<Counts> parts(workers.count());
    workers.each_range(size, triangle_grain(size),
                       [&](std::size_t begin, std::size_t end, unsigned thread) {
                           auto& own = parts[thread];
                           own.triangles.resize(size);
                           if (!arcs.empty()) own.arcs.resize(size);
                           TriangleFinder finder{ties};
                           for (auto r = begin; r < end; ++r)
                               count(finder, static_cast<Vertex>(r), arcs, own);
                       });
    Counts all{std::vector<std::uint64_t>(size), std::vector<std::uint64_t>(size)};
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
    const auto ties = ascending_ties(graph);
    const auto arcs = given.is_directed() ? arcs_of(ties, given) : std::vector<std::uint8_t>{};
    const auto counts = count_all(ties, arcs, workers);
    Triangles found{std::vector<std::uint64_t>(graph.size()), std::vector<double>(graph.size())};
    double pairs_of_ties = 0;
    for (Vertex r = 0; r < graph.size(); ++r) {
        const auto v = ties.vertex_at[r];
        found.at[v] = counts.triangles[r];
        found.total += counts.triangles[r];
        const double degree = graph.out().degree(v) - (graph.out().has(v, v) ? 1.0 : 0.0);
        if (degree < 2) continue;
        const auto directions = given.is_directed() ? counts.arcs[r] : 2 * counts.triangles[r];
        found.clustering[v] = static_cast<double>(directions) / (degree * (degree - 1));
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
