// Times the algorithms on one graph, for algorithms_against_igraph.py. The file begins with the
// number of vertices, the number of ties and whether they have weights (64 bits each); then come
// the ties' ends (32 bits each), then their weights (64-bit floats).
//
// Prints one line an algorithm: its name, its seconds (the mean of several runs where it is quick),
// and what it found.
#include "graph/algorithms/betweenness.h"
#include "graph/algorithms/boost_dijkstra.h"
#include "graph/algorithms/boost_strong_components.h"
#include "graph/algorithms/breadth_first.h"
#include "graph/algorithms/closeness.h"
#include "graph/algorithms/communities.h"
#include "graph/algorithms/core_numbers.h"
#include "graph/algorithms/disjoint_paths.h"
#include "graph/algorithms/greedy_communities.h"
#include "graph/algorithms/label_propagation.h"
#include "graph/algorithms/mixing.h"
#include "graph/algorithms/page_rank.h"
#include "graph/algorithms/random.h"
#include "graph/algorithms/shortest_paths.h"
#include "graph/algorithms/similarity.h"
#include "graph/algorithms/structural_holes.h"
#include "graph/algorithms/triangles.h"
#include "graph/algorithms/weak_components.h"
#include "graph/algorithms/weak_points.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

namespace {

using namespace lintas::algorithms;

template <typename Item> std::vector<Item> read(std::ifstream& file, std::size_t count) {
    std::vector<Item> items(count);
    file.read(reinterpret_cast<char*>(items.data()),
              static_cast<std::streamsize>(count * sizeof(Item)));
    return items;
}

// The same ties in the three kinds of graph that algorithms ask for.
struct Graphs {
    ProjectedGraph plain;
    ProjectedGraph weighted;
    ProjectedGraph directed;
};

ProjectedGraph read_graph(const std::string& path, bool is_directed, bool with_weights) {
    std::ifstream file{path, std::ios::binary};
    const auto head = read<std::uint64_t>(file, 3);
    const auto ends = read<std::uint32_t>(file, 2 * head[1]);
    std::vector<double> weights;
    if (head[2] != 0) weights = read<double>(file, head[1]);
    std::vector<Tie> ties(head[1]);
    for (std::size_t i = 0; i < ties.size(); ++i)
        ties[i] = {ends[2 * i], ends[2 * i + 1], weights.empty() ? 1 : weights[i]};
    return {static_cast<Vertex>(head[0]), ties, {is_directed, with_weights && !weights.empty()}};
}

// Quick ones run again, as clocks are coarse.
template <typename Body> void time(const char* name, const Body& body) {
    constexpr double long_enough = 0.5;
    double taken = 0;
    int runs = 0;
    std::string found;
    const auto begin = std::clock();
    while (taken < long_enough) {
        found = body();
        ++runs;
        taken = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    }
    fmt::print("{} {:.6f} {}\n", name, taken / runs, found);
    std::fflush(stdout);
}

template <typename Item> std::string largest(const std::vector<Item>& values) {
    return fmt::format("{}", std::ranges::max(values));
}

// Where ways begin and end: the two vertices with the most ties, and the first of those that are
// farthest from the first.
struct Ends {
    Vertex hub = 0;
    Vertex second = 0;
    Vertex far = 0;
};

Ends ends_of(const ProjectedGraph& graph, const Work& work) {
    Ends ends;
    const auto degree = [&](Vertex v) { return graph.out().degree(v); };
    for (Vertex v = 0; v < graph.size(); ++v)
        if (degree(v) > degree(ends.hub)) ends.hub = v;
    ends.second = ends.hub == 0 ? 1 : 0;
    for (Vertex v = 0; v < graph.size(); ++v)
        if (v != ends.hub && degree(v) > degree(ends.second)) ends.second = v;
    const Vertex sources[] = {ends.hub};
    std::uint32_t farthest = 0;
    const auto distances = breadth_first(graph, sources, work);
    for (Vertex v = 0; v < graph.size(); ++v)
        if (distances[v] != unreached && distances[v] > farthest) {
            farthest = distances[v];
            ends.far = v;
        }
    return ends;
}

void time_structure(const Graphs& graphs, const Workers& workers) {
    const auto& graph = graphs.plain;
    const auto& work = workers.work;
    time("components", [&] { return largest(weak_components(graph, work)); });
    time("strong_components", [&] { return largest(strong_components(graphs.directed, work)); });
    time("core_numbers", [&] { return largest(core_numbers(graph, work)); });
    time("triangles", [&] { return fmt::format("{}", triangles(graph, workers).total); });
    time("clustering",
         [&] { return fmt::format("{}", triangles(graph, workers).average_clustering); });
    time("weak_points", [&] {
        const auto found = weak_points(graph, work);
        return fmt::format("{} {}", found.articulation_points.size(), found.bridges.size());
    });
}

void time_paths(const Graphs& graphs, const Ends& ends, const Workers& workers) {
    const auto& work = workers.work;
    const Vertex sources[] = {ends.hub};
    const Vertex targets[] = {ends.second};
    time("distances", [&] {
        std::uint32_t farthest = 0;
        for (const auto distance : breadth_first(graphs.plain, sources, work))
            if (distance != unreached) farthest = std::max(farthest, distance);
        return fmt::format("{}", farthest);
    });
    time("dijkstra", [&] {
        double farthest = 0;
        for (const auto cost : dijkstra(graphs.weighted, ends.hub, work))
            if (cost != no_cost) farthest = std::max(farthest, cost);
        return fmt::format("{}", farthest);
    });
    time("yen", [&] {
        const auto found = shortest_paths(graphs.weighted, ends.hub, ends.far, 10, work);
        return fmt::format("{} {}", found.size(), found.empty() ? 0 : found.back().cost);
    });
    for (const auto disjoint : {Disjoint::Ties, Disjoint::Vertices})
        time(disjoint == Disjoint::Ties ? "edge_disjoint" : "vertex_disjoint", [&] {
            const auto found = connectivity(graphs.plain, sources, targets, disjoint, work);
            return fmt::format("{}", found.ways.value_or(0));
        });
}

void time_mixing(const ProjectedGraph& graph) {
    std::vector<std::uint32_t> groups(graph.size());
    for (Vertex v = 0; v < graph.size(); ++v) groups[v] = v % 10;
    time("assortativity", [&] {
        return fmt::format("{:.6f}", assortativity(mixing_matrix(graph, groups)).value_or(0));
    });
    time("degree_assortativity",
         [&] { return fmt::format("{:.6f}", degree_assortativity(graph).value_or(0)); });
    time("modularity", [&] { return fmt::format("{:.6f}", modularity(graph, groups)); });
}

void time_communities(const Graphs& graphs, const Work& work) {
    const auto summary = [](const Communities& found) {
        return fmt::format("{} {:.4f}", found.count, found.modularity);
    };
    time("louvain", [&] { return summary(louvain(graphs.weighted, {}, work)); });
    time("leiden", [&] { return summary(leiden(graphs.weighted, {1, 0, 2}, work)); });
    time("label_propagation",
         [&] { return largest(label_propagation(graphs.plain, 0, 100, work)); });
}

void time_centrality(const ProjectedGraph& graph, const Ends& ends, const Workers& workers) {
    time("page_rank", [&] { return largest(page_rank(graph, {}, {}, workers).ranks); });
    std::vector<double> starts(graph.size());
    starts[ends.hub] = 1;
    time("personal_page_rank",
         [&] { return largest(page_rank(graph, starts, {}, workers).ranks); });
    time("constraint", [&] {
        return fmt::format("{}", structural_holes(graph, workers)[ends.hub].constraint.value_or(0));
    });
    time("adamic_adar", [&] {
        const Vertex sources[] = {ends.hub};
        const auto found = similar_pairs(graph, Similarity::AdamicAdar, sources, 1, workers);
        return fmt::format("{}", found.empty() ? 0 : found.front().value);
    });
}

std::string nearest(const std::vector<Reach>& reaches) {
    double best = 0;
    for (const auto& reach : reaches) best = std::max(best, reach.closeness());
    return fmt::format("{}", best);
}

// What looks at all pairs, from a sample of vertices: the same that `sampled` names.
void time_samples(const Graphs& graphs, const Workers& workers) {
    const auto& plain = graphs.plain;
    const auto& weighted = graphs.weighted;
    const Vertex few = std::min<Vertex>(plain.size(), 16);
    const auto many = Random{0}.sample(plain.size(), std::min<Vertex>(plain.size(), 64));
    fmt::print("sampled 0 {}\n", fmt::join(many, " "));
    time("closeness_of_64", [&] { return nearest(reach_of(plain, many, workers)); });
    time("cost_closeness_of_64", [&] { return nearest(reach_of(weighted, many, workers)); });
    time("betweenness_from_16",
         [&] { return largest(sampled_betweenness(plain, few, 0, workers).values); });
    time("cost_betweenness_from_16",
         [&] { return largest(sampled_betweenness(weighted, few, 0, workers).values); });
}

// What looks at all pairs of vertices.
void time_pairs(const ProjectedGraph& graph, const Workers& workers) {
    time("closeness", [&] { return nearest(reach_of_all(graph, workers)); });
    time("betweenness", [&] { return largest(betweenness(graph, workers).values); });
}

} // namespace

// algorithms_bench FILE THREADS
int main(int argc, char** argv) {
    if (argc != 3) {
        fmt::print(stderr, "algorithms_bench FILE THREADS\n");
        return 2;
    }
    const Unlimited work;
    const Workers workers{work, static_cast<unsigned>(std::atoi(argv[2]))};
    Graphs graphs;
    time("build", [&] {
        graphs.plain = read_graph(argv[1], false, false);
        return fmt::format("{} {}", graphs.plain.size(), graphs.plain.ties());
    });
    graphs.weighted = read_graph(argv[1], false, true);
    graphs.directed = read_graph(argv[1], true, false);
    const auto ends = ends_of(graphs.plain, work);
    fmt::print("ends 0 {} {} {}\n", ends.hub, ends.second, ends.far);
    time_structure(graphs, workers);
    time_paths(graphs, ends, workers);
    time_mixing(graphs.plain);
    time_communities(graphs, work);
    time_centrality(graphs.plain, ends, workers);
    time_samples(graphs, workers);
    constexpr Vertex small = 20'000;
    if (graphs.plain.size() > small) return 0;
    time("greedy_modularity", [&] {
        const auto found = greedy_communities(graphs.weighted, {}, work);
        return fmt::format("{} {:.4f}", found.count, found.modularity);
    });
    time_pairs(graphs.plain, workers);
    return 0;
}
