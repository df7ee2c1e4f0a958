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
    begins_.assign(1, 0);
    auto left = graph_.in().arcs() - graph_.in().degree(source);
    for (std::uint32_t next = 1; begins_.back() < order_.size(); ++next) {
        const auto begin = begins_.back();
        const auto end = order_.size();
        begins_.push_back(end);
        if (arcs_of(graph_.out(), begin, end) <= left + graph_.size())
            reach_from(begin, end, next);
        else
            reach_back(next);
        left -= arcs_of(graph_.in(), end, order_.size());
    }
}

std::uint64_t WaysFromSource::arcs_of(const Adjacency& rows, std::size_t begin,
                                      std::size_t end) const {
    std::uint64_t arcs = 0;
    for (auto at = begin; at < end; ++at) arcs += rows.degree(order_[at]);
    return arcs;
}

void WaysFromSource::reach_from(std::size_t begin, std::size_t end, std::uint32_t next) {
    for (auto at = begin; at < end; ++at) {
        const auto ways = ways_[order_[at]];
        for (const auto neighbour : graph_.out().row(order_[at])) {
            if (level_[neighbour] == unreached) {
                level_[neighbour] = next;
                order_.push_back(neighbour);
            }
            if (level_[neighbour] == next) ways_[neighbour] += ways;
        }
    }
}

void WaysFromSource::reach_back(std::uint32_t next) {
    for (Vertex v = 0; v < graph_.size(); ++v) {
        if (level_[v] != unreached) continue;
        double ways = 0;
        for (const auto neighbour : graph_.in().row(v))
            if (level_[neighbour] == next - 1) ways += ways_[neighbour];
        if (ways == 0) continue;
        ways_[v] = ways;
        level_[v] = next;
        order_.push_back(v);
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
    if (graph_.is_weighted()) {
        add_dependencies_by_costs(values);
        return;
    }
    for (auto level = static_cast<std::uint32_t>(begins_.size() - 1); level > 0; --level) {
        const auto begin = begins_[level - 1];
        const auto end = begins_[level];
        sum_shares(level - 1);
        for (auto at = begin; at < end; ++at) add_dependency(at, share_[order_[at]], values);
    }
}

void WaysFromSource::sum_shares(std::uint32_t level) {
    const auto begin = begins_[level];
    const auto end = begins_[level + 1];
    for (auto at = begin; at < end; ++at) share_[order_[at]] = 0;
    if (end == order_.size()) return;
    const auto deeper_end = begins_[level + 2];
    if (arcs_of(graph_.out(), begin, end) <= arcs_of(graph_.in(), end, deeper_end)) {
        for (auto at = begin; at < end; ++at) {
            double sum = 0;
            for (const auto neighbour : graph_.out().row(order_[at]))
                if (level_[neighbour] == level + 1) sum += share_[neighbour];
            share_[order_[at]] = sum;
        }
        return;
    }
    for (auto at = end; at < deeper_end; ++at) {
        const auto share = share_[order_[at]];
        for (const auto neighbour : graph_.in().row(order_[at]))
            if (level_[neighbour] == level) share_[neighbour] += share;
    }
}

void WaysFromSource::add_dependencies_by_costs(std::span<double> values) {
    for (auto at = order_.size(); at > 0; --at) {
        const auto vertex = order_[at - 1];
        const auto row = graph_.out().row(vertex);
        const auto first = graph_.out().first(vertex);
        double sum = 0;
        for (std::size_t i = 0; i < row.size(); ++i)
            if (distance_[vertex] + graph_.out().weight(first + i) == distance_[row[i]])
                sum += share_[row[i]];
        add_dependency(at - 1, sum, values);
    }
}

void WaysFromSource::add_dependency(std::size_t at, double shares, std::span<double> values) {
    const auto vertex = order_[at];
    const auto dependency = ways_[vertex] * shares;
    share_[vertex] = (1 + dependency) / ways_[vertex];
    if (at > 0) values[vertex] += dependency;
}

} // namespace lintas::algorithms
