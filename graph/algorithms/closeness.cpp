#include "graph/algorithms/closeness.h"

#include "graph/algorithms/boost_dijkstra.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace lintas::algorithms {

namespace {

// 64 searches go at once, each a bit of a word (Then et al. 2014).
constexpr std::size_t searches = 64;
using Bits = std::uint64_t;

class ManySearches {
public:
    explicit ManySearches(const ProjectedGraph& graph)
        : graph_{graph}, seen_(graph.size()), border_(graph.size()), next_(graph.size()) {}

    // REQUIRES: no more sources than `searches`, each with its reach.
    void run(std::span<const Vertex> sources, std::span<Reach> reaches, const Work& work) {
        for (std::size_t i = 0; i < sources.size(); ++i) {
            seen_[sources[i]] |= Bits{1} << i;
            border_[sources[i]] |= Bits{1} << i;
        }
        for (std::uint32_t level = 1; step(); ++level) {
            work.check();
            for (Vertex v = 0; v < graph_.size(); ++v)
                for (auto bits = border_[v]; bits != 0; bits &= bits - 1) {
                    auto& reach = reaches[static_cast<std::size_t>(std::countr_zero(bits))];
                    ++reach.vertices;
                    reach.distance += level;
                    reach.harmonic += 1.0 / level;
                }
        }
    }

private:
    // One tie further; the border is then what was reached first by it.
    bool step() {
        for (Vertex v = 0; v < graph_.size(); ++v) {
            if (border_[v] == 0) continue;
            for (const auto neighbour : graph_.out().row(v)) next_[neighbour] |= border_[v];
        }
        Bits any = 0;
        for (Vertex v = 0; v < graph_.size(); ++v) {
            border_[v] = next_[v] & ~seen_[v];
            seen_[v] |= border_[v];
            any |= border_[v];
            next_[v] = 0;
        }
        return any != 0;
    }

    const ProjectedGraph& graph_;
    std::vector<Bits> seen_;
    std::vector<Bits> border_;
    std::vector<Bits> next_;
};

void reach_by_costs(const ProjectedGraph& graph, Vertex source, Reach& reach, const Work& work) {
    const auto costs = dijkstra(graph, source, work);
    for (Vertex v = 0; v < graph.size(); ++v) {
        if (v == source || costs[v] == no_cost) continue;
        ++reach.vertices;
        reach.distance += costs[v];
        reach.harmonic += costs[v] > 0 ? 1 / costs[v] : 0;
    }
}

} // namespace

std::vector<Reach> reach_of(const ProjectedGraph& graph, std::span<const Vertex> sources,
                            const Workers& workers) {
    std::vector<Reach> reaches(sources.size());
    workers.each_range(sources.size(), searches, [&](std::size_t begin, std::size_t end, unsigned) {
        const auto count = end - begin;
        if (!graph.is_weighted()) {
            ManySearches{graph}.run(sources.subspan(begin, count),
                                    std::span{reaches}.subspan(begin, count), workers.work);
            return;
        }
        for (auto i = begin; i < end; ++i)
            reach_by_costs(graph, sources[i], reaches[i], workers.work);
    });
    return reaches;
}

std::vector<Reach> reach_of_all(const ProjectedGraph& graph, const Workers& workers) {
    std::vector<Vertex> all(graph.size());
    std::iota(all.begin(), all.end(), Vertex{0});
    return reach_of(graph, all, workers);
}

} // namespace lintas::algorithms
