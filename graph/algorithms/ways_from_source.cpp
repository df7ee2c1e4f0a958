#include "graph/algorithms/ways_from_source.h"

#include "graph/algorithms/breadth_first.h"

#include <limits>

namespace lintas::algorithms {

namespace {

constexpr auto no_distance = std::numeric_limits<double>::infinity();

} // namespace

WaysFromSource::WaysFromSource(const ProjectedGraph& graph)
    : graph_{graph}, ways_(graph.size()), share_(graph.size()) {
    if (graph.is_weighted())
        distance_.assign(graph.size(), no_distance);
    else
        level_.assign(graph.size(), unreached);
}

void WaysFromSource::search(Vertex source) {
    for (const auto vertex : order_) {
        ways_[vertex] = 0;
        if (graph_.is_weighted())
            distance_[vertex] = no_distance;
        else
            level_[vertex] = unreached;
    }
    order_.clear();
    if (graph_.is_weighted())
        search_by_costs(source);
    else
        search_by_ties(source);
}

void WaysFromSource::search_by_ties(Vertex source) {
    level_[source] = 0;
    ways_[source] = 1;
    order_.push_back(source);
    for (std::size_t at = 0; at < order_.size(); ++at) {
        const auto vertex = order_[at];
        const auto next = level_[vertex] + 1;
        const auto ways = ways_[vertex];
        for (const auto neighbour : graph_.out().row(vertex)) {
            if (level_[neighbour] == unreached) {
                level_[neighbour] = next;
                order_.push_back(neighbour);
            }
            if (level_[neighbour] == next) ways_[neighbour] += ways;
        }
    }
}

void WaysFromSource::search_by_costs(Vertex source) {
    distance_[source] = 0;
    ways_[source] = 1;
    queue_.emplace(0, source);
    while (!queue_.empty()) {
        const auto [distance, vertex] = queue_.top();
        queue_.pop();
        if (distance > distance_[vertex]) continue;
        order_.push_back(vertex);
        const auto row = graph_.out().row(vertex);
        const auto first = graph_.out().first(vertex);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto reached = distance + graph_.out().weight(first + i);
            if (reached < distance_[row[i]]) {
                distance_[row[i]] = reached;
                ways_[row[i]] = 0;
                queue_.emplace(reached, row[i]);
            }
            if (reached == distance_[row[i]]) ways_[row[i]] += ways_[vertex];
        }
    }
}

void WaysFromSource::add_dependencies(std::span<double> values) {
    for (auto at = order_.size(); at > 0; --at) {
        const auto vertex = order_[at - 1];
        const auto row = graph_.out().row(vertex);
        const auto first = graph_.out().first(vertex);
        double sum = 0;
        if (graph_.is_weighted()) {
            for (std::size_t i = 0; i < row.size(); ++i)
                if (distance_[vertex] + graph_.out().weight(first + i) == distance_[row[i]])
                    sum += share_[row[i]];
        } else {
            const auto next = level_[vertex] + 1;
            for (const auto neighbour : row)
                if (level_[neighbour] == next) sum += share_[neighbour];
        }
        const auto dependency = ways_[vertex] * sum;
        share_[vertex] = (1 + dependency) / ways_[vertex];
        if (at > 1) values[vertex] += dependency;
    }
}

} // namespace lintas::algorithms
