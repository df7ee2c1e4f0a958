#include "graph/algorithms/cost_left.h"

#include "graph/error.h"

#include <algorithm>
#include <queue>

namespace lintas::algorithms {

namespace {

constexpr double most_entries = 1 << 27; // 2 GiB

} // namespace

CrossingCount::CrossingCount(const PathLimits& limits, Vertex vertices)
    : groups_{limits.groups}, fewest_{limits.fewest_crossings},
      last_{std::min(limits.most_crossings, vertices)}, saturates_{false} {
    // Without an upper limit, or one that no way can reach, only the lower one counts.
    if (limits.most_crossings < std::min(vertices, limits.most_ties)) return;
    last_ = std::min(limits.fewest_crossings, vertices);
    saturates_ = true;
}

CostLeft::CostLeft(const ProjectedGraph& graph, const ExactCosts& costs, Vertex target,
                   const PathLimits& limits, const CrossingCount& count, const Work& work)
    : graph_{graph}, costs_{costs}, layers_{count.layers()}, limits_ties_{limits.most_ties <
                                                                          graph.size()} {
    const auto tables = limits_ties_ ? limits.most_ties + 1.0 : 1.0;
    if (tables * layers_ * graph.size() > most_entries)
        throw Error{ErrorCode::Limit,
                    "There are too many ways to look at; allow fewer ties or crossings"};
    std::vector<CostAndTies> first(std::size_t{graph.size()} * layers_, no_way);
    for (std::uint32_t crossed = 0; crossed < layers_; ++crossed)
        if (count.is_enough(crossed)) first[place(target, crossed)] = {0, 0};
    tables_.push_back(std::move(first));
    if (!limits_ties_) settle(count, work);
    for (std::uint32_t ties = 0; limits_ties_ && ties < limits.most_ties; ++ties)
        spread(count, work);
}

// The table for one tie more.
void CostLeft::spread(const CrossingCount& count, const Work& work) {
    const auto& before = tables_.back();
    auto table = before;
    for (Vertex v = 0; v < graph_.size(); ++v) {
        if (v % steps_a_check == 0) work.check();
        const auto row = graph_.out().row(v);
        for (std::size_t i = 0; i < row.size(); ++i)
            for (std::uint32_t crossed = 0; crossed < layers_; ++crossed) {
                const auto after = count.after(crossed, v, row[i]);
                if (after > count.last()) continue;
                const auto& then = before[place(row[i], after)];
                if (then == no_way) continue;
                auto& known = table[place(v, crossed)];
                const auto weight = graph_.out().weight(graph_.out().first(v) + i);
                known = std::min(known, through(weight, then));
            }
    }
    tables_.push_back(std::move(table));
}

// Dijkstra from the target, against the ties, over vertices and counts.
void CostLeft::settle(const CrossingCount& count, const Work& work) {
    auto& table = tables_.back();
    using Entry = std::pair<CostAndTies, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    for (std::size_t at = 0; at < table.size(); ++at)
        if (table[at] != no_way) queue.emplace(table[at], at);
    for (std::uint32_t steps = 1; !queue.empty(); ++steps) {
        if (steps % steps_a_check == 0) work.check();
        const auto [then, at] = queue.top();
        queue.pop();
        if (then > table[at]) continue;
        const auto vertex = static_cast<Vertex>(at / layers_);
        const auto after = static_cast<std::uint32_t>(at % layers_);
        const auto row = graph_.in().row(vertex);
        for (std::size_t i = 0; i < row.size(); ++i)
            // Two counts may lead to the last one, no more than one to the others.
            for (auto crossed = after == 0 ? 0 : after - 1; crossed <= after; ++crossed) {
                if (count.after(crossed, row[i], vertex) != after) continue;
                const auto weight = graph_.in().weight(graph_.in().first(vertex) + i);
                auto& known = table[place(row[i], crossed)];
                const auto better = through(weight, then);
                if (better >= known) continue;
                known = better;
                queue.emplace(better, place(row[i], crossed));
            }
    }
}

CostAndTies CostLeft::at(Vertex vertex, std::uint32_t crossed, std::uint32_t ties) const {
    const auto& table =
        limits_ties_ ? tables_[std::min<std::size_t>(ties, tables_.size() - 1)] : tables_.front();
    return table[place(vertex, crossed)];
}

} // namespace lintas::algorithms
