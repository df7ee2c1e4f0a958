#include "graph/collaboration/robustness.h"

#include "graph/algorithms/core_numbers.h"
#include "graph/algorithms/weak_points.h"
#include "graph/collaboration/separation.h"

#include <algorithm>

namespace lintas::collaboration {

namespace {

using algorithms::Vertex;

// Each tie that holds the graph together, from both of its ends; ascending.
std::vector<std::pair<Vertex, Vertex>>
from_both_ends(const std::vector<std::pair<Vertex, Vertex>>& bridges) {
    std::vector<std::pair<Vertex, Vertex>> ends;
    for (const auto& [one, other] : bridges) {
        ends.emplace_back(one, other);
        ends.emplace_back(other, one);
    }
    std::ranges::sort(ends);
    return ends;
}

} // namespace

WeakTies weak_ties(const algorithms::ProjectedGraph& graph, const algorithms::Work& work) {
    auto weak = algorithms::weak_points(graph, work);
    return {std::move(weak.articulation_points), from_both_ends(weak.bridges),
            algorithms::core_numbers(graph, work)};
}

std::shared_ptr<const WeakTies> weak_ties_of(const Snapshot& snapshot,
                                             const CountedPointer& counted,
                                             const algorithms::Work& work) {
    static LastMade<CountedPointer, WeakTies> last{1};
    return shared_of(last, snapshot, counted, [&] {
        return std::make_shared<const WeakTies>(weak_ties(counted->ties, work));
    });
}

Robustness robustness(const algorithms::ProjectedGraph& graph, const WeakTies& weak,
                      std::span<const Vertex> home, std::span<const std::uint8_t> abroad,
                      const algorithms::Work& work) {
    const auto without = separation(graph, home, abroad, work);
    Robustness found;
    found.reach = without.reach;
    for (Vertex vertex = 0; vertex < graph.size(); ++vertex) {
        if (graph.out().degree(vertex) == 0) continue;
        Weakness weakness{vertex,
                          std::ranges::binary_search(weak.articulation_points, vertex),
                          weak.cores[vertex],
                          0,
                          {}};
        if (found.reach > 0)
            weakness.loss =
                static_cast<double>(without.lost[vertex]) / static_cast<double>(found.reach);
        const auto own =
            std::ranges::equal_range(weak.bridges, vertex, {}, &std::pair<Vertex, Vertex>::first);
        for (const auto& [one, other] : own) weakness.bridges.push_back(other);
        found.vertices.push_back(std::move(weakness));
    }
    std::ranges::stable_sort(found.vertices, std::ranges::greater{}, &Weakness::loss);
    return found;
}

} // namespace lintas::collaboration
