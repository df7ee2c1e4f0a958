#include "graph/algorithms/search_to_target.h"

#include <algorithm>

namespace lintas::algorithms {

namespace {

bool has(std::span<const Vertex> vertices, Vertex vertex) {
    return std::ranges::find(vertices, vertex) != vertices.end();
}

} // namespace

SearchToTarget::SearchToTarget(const ProjectedGraph& graph, const ExactCosts& costs, Vertex target,
                               const Work& work)
    : graph_{graph}, costs_{costs}, target_{target}, work_{work}, left_(graph.size(), no_way),
      is_banned_(graph.size()) {}

void SearchToTarget::relax(Vertex vertex, const CostAndTies& left) {
    if (left >= left_[vertex]) return;
    if (left_[vertex] == no_way) touched_.push_back(vertex);
    left_[vertex] = left;
    queue_.push({left, vertex});
}

// Until the source is reached for good: then all that lies on its cheapest ways is, too.
bool SearchToTarget::search_back(Vertex source, std::span<const Vertex> banned_next) {
    relax(target_, {0, 0});
    for (std::uint32_t steps = 1; !queue_.empty(); ++steps) {
        if (steps % steps_a_check == 0) work_.check();
        const auto [left, vertex] = queue_.top();
        queue_.pop();
        if (left > left_[vertex]) continue;
        if (vertex == source) return true;
        const auto row = graph_.in().row(vertex);
        const auto first = graph_.in().first(vertex);
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (is_banned_[row[i]] || (row[i] == source && has(banned_next, vertex))) continue;
            relax(row[i], {costs_.of(graph_.in().weight(first + i)) + left.cost, left.ties + 1});
        }
    }
    return false;
}

std::vector<Vertex> SearchToTarget::walk(Vertex source, std::span<const Vertex> banned_next) const {
    std::vector<Vertex> vertices;
    for (auto at = source; at != target_;) {
        const auto row = graph_.out().row(at);
        const auto first = graph_.out().first(at);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto next = row[i];
            if (is_banned_[next] || (at == source && has(banned_next, next))) continue;
            if (left_[next] == no_way) continue;
            const CostAndTies through{costs_.of(graph_.out().weight(first + i)) + left_[next].cost,
                                      left_[next].ties + 1};
            if (through != left_[at]) continue;
            at = next;
            break;
        }
        vertices.push_back(at);
    }
    return vertices;
}

std::optional<std::vector<Vertex>> SearchToTarget::find(Vertex source,
                                                        std::span<const Vertex> banned,
                                                        std::span<const Vertex> banned_next) {
    for (const auto vertex : banned) is_banned_[vertex] = 1;
    std::optional<std::vector<Vertex>> found;
    if (search_back(source, banned_next)) found = walk(source, banned_next);
    for (const auto vertex : banned) is_banned_[vertex] = 0;
    for (const auto vertex : touched_) left_[vertex] = no_way;
    touched_.clear();
    queue_ = {};
    return found;
}

} // namespace lintas::algorithms
