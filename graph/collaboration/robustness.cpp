#include "graph/collaboration/robustness.h"

#include "graph/algorithms/boost_weak_points.h"
#include "graph/algorithms/core_numbers.h"

#include <algorithm>

namespace lintas::collaboration {

namespace {

using algorithms::no_vertex;
using algorithms::Vertex;

class ReachCounter {
public:
    ReachCounter(const algorithms::ProjectedGraph& graph, std::span<const Vertex> home,
                 std::span<const std::uint8_t> abroad)
        : graph_{graph}, home_{home}, abroad_{abroad}, seen_(graph.size()) {}

    // Vertices abroad that those at home reach when `without` is not there.
    std::uint64_t count(Vertex without) {
        ++round_;
        std::vector<Vertex> open;
        std::uint64_t found = 0;
        const auto visit = [&](Vertex vertex) {
            if (vertex == without || seen_[vertex] == round_) return;
            seen_[vertex] = round_;
            found += abroad_[vertex];
            open.push_back(vertex);
        };
        for (const auto vertex : home_) visit(vertex);
        while (!open.empty()) {
            const auto vertex = open.back();
            open.pop_back();
            for (const auto next : graph_.out().row(vertex)) visit(next);
        }
        return found;
    }
    // Was it reached in the last count?
    bool is_reached(Vertex vertex) const { return seen_[vertex] == round_; }

private:
    const algorithms::ProjectedGraph& graph_;
    std::span<const Vertex> home_;
    std::span<const std::uint8_t> abroad_;
    std::vector<std::uint32_t> seen_;
    std::uint32_t round_ = 0;
};

} // namespace

Robustness robustness(const algorithms::ProjectedGraph& graph, std::span<const Vertex> home,
                      std::span<const std::uint8_t> abroad, const algorithms::Work& work) {
    Robustness found;
    ReachCounter counter{graph, home, abroad};
    found.reach = counter.count(no_vertex);
    std::vector<std::uint8_t> reached(graph.size());
    for (Vertex vertex = 0; vertex < graph.size(); ++vertex)
        reached[vertex] = counter.is_reached(vertex) ? 1 : 0;
    const auto weak = algorithms::weak_points(graph, work);
    const auto cores = algorithms::core_numbers(graph, work);
    for (Vertex vertex = 0; vertex < graph.size(); ++vertex) {
        if (graph.out().degree(vertex) == 0) continue;
        work.check();
        Weakness weakness{vertex,
                          std::ranges::binary_search(weak.articulation_points, vertex),
                          cores[vertex],
                          0,
                          {}};
        const auto is_home = std::ranges::find(home, vertex) != home.end();
        // Whoever holds nothing together takes only itself away.
        auto left = found.reach - (reached[vertex] != 0 ? abroad[vertex] : 0U);
        if (weakness.is_articulation || is_home) left = counter.count(vertex);
        if (found.reach > 0)
            weakness.loss = 1 - static_cast<double>(left) / static_cast<double>(found.reach);
        for (const auto& [one, other] : weak.bridges) {
            if (one == vertex) weakness.bridges.push_back(other);
            if (other == vertex) weakness.bridges.push_back(one);
        }
        found.vertices.push_back(std::move(weakness));
    }
    std::ranges::stable_sort(found.vertices, std::ranges::greater{}, &Weakness::loss);
    return found;
}

} // namespace lintas::collaboration
