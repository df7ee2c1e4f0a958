// Times the algorithms on one graph, for algorithms_against_igraph.py. The file begins with the
// number of vertices, the number of ties and whether they have weights (64 bits each); then come
// the ties' ends (32 bits each), then their weights (64-bit floats).
//
// Prints one line an algorithm: its name, its seconds (the least of three where it is quick), and
// what it found.
#include "graph/algorithms/betweenness.h"
#include "graph/algorithms/boost_dijkstra.h"
#include "graph/algorithms/boost_strong_components.h"
#include "graph/algorithms/breadth_first.h"
#include "graph/algorithms/closeness.h"
#include "graph/algorithms/communities.h"
#include "graph/algorithms/core_numbers.h"
#include "graph/algorithms/label_propagation.h"
#include "graph/algorithms/page_rank.h"
#include "graph/algorithms/structural_holes.h"
#include "graph/algorithms/triangles.h"
#include "graph/algorithms/weak_components.h"

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

ProjectedGraph read_graph(const std::string& path, bool with_weights) {
    std::ifstream file{path, std::ios::binary};
    const auto head = read<std::uint64_t>(file, 3);
    const auto ends = read<std::uint32_t>(file, 2 * head[1]);
    std::vector<double> weights;
    if (head[2] != 0) weights = read<double>(file, head[1]);
    std::vector<Tie> ties(head[1]);
    for (std::size_t i = 0; i < ties.size(); ++i)
        ties[i] = {ends[2 * i], ends[2 * i + 1], weights.empty() ? 1 : weights[i]};
    return {static_cast<Vertex>(head[0]), ties, {false, with_weights && !weights.empty()}};
}

template <typename Body> void time(const char* name, const Body& body) {
    constexpr double quick = 2;
    double best = std::numeric_limits<double>::infinity();
    std::string found;
    for (int i = 0; i < 3 && (i == 0 || best < quick); ++i) {
        const auto begin = std::clock();
        found = body();
        best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    fmt::print("{} {:.4f} {}\n", name, best, found);
    std::fflush(stdout);
}

template <typename Item> std::string largest(const std::vector<Item>& values) {
    return fmt::format("{}", std::ranges::max(values));
}

void time_all(const ProjectedGraph& graph, const ProjectedGraph& weighted, const Workers& workers,
              bool is_small) {
    const auto& work = workers.work;
    Vertex hub = 0;
    for (Vertex v = 0; v < graph.size(); ++v)
        if (graph.out().degree(v) > graph.out().degree(hub)) hub = v;
    time("components", [&] { return largest(weak_components(graph, work)); });
    time("page_rank", [&] { return largest(page_rank(graph, {}, {}, workers).ranks); });
    time("core_numbers", [&] { return largest(core_numbers(graph, work)); });
    time("triangles", [&] { return fmt::format("{}", triangles(graph, workers).total); });
    time("distances", [&] {
        const Vertex sources[] = {hub};
        std::uint32_t farthest = 0;
        for (const auto distance : breadth_first(graph, sources, work))
            if (distance != unreached) farthest = std::max(farthest, distance);
        return fmt::format("{}", farthest);
    });
    time("dijkstra", [&] {
        double farthest = 0;
        for (const auto cost : dijkstra(weighted, hub, work))
            if (cost != no_cost) farthest = std::max(farthest, cost);
        return fmt::format("{}", farthest);
    });
    time("louvain", [&] {
        const auto found = louvain(weighted, {}, work);
        return fmt::format("{} {:.4f}", found.count, found.modularity);
    });
    time("leiden", [&] {
        const auto found = leiden(weighted, {1, 0, 2}, work);
        return fmt::format("{} {:.4f}", found.count, found.modularity);
    });
    time("label_propagation", [&] { return largest(label_propagation(graph, 0, 100, work)); });
    time("constraint", [&] {
        return fmt::format("{}", structural_holes(graph, workers)[hub].constraint.value_or(0));
    });
    if (!is_small) return;
    time("closeness", [&] {
        double best = 0;
        for (const auto& reach : reach_of_all(graph, workers))
            best = std::max(best, reach.closeness());
        return fmt::format("{}", best);
    });
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
    ProjectedGraph graph;
    ProjectedGraph weighted;
    time("build", [&] {
        graph = read_graph(argv[1], false);
        return fmt::format("{} {}", graph.size(), graph.ties());
    });
    weighted = read_graph(argv[1], true);
    constexpr Vertex small = 20'000;
    time_all(graph, weighted, workers, graph.size() <= small);
    return 0;
}
