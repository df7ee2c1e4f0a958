#include "graph/algorithms/flow_network.h"

#include <algorithm>
#include <limits>
#include <queue>

namespace lintas::algorithms {

namespace {

constexpr auto no_level = std::numeric_limits<std::uint32_t>::max();
constexpr auto cost_of_no_way = std::numeric_limits<std::int64_t>::max();

} // namespace

void FlowNetwork::add(Point from, Point to, std::int32_t capacity, std::int64_t cost) {
    arcs_.push_back({to, capacity, cost});
    arcs_.push_back({from, 0, -cost});
    from_.push_back(from);
    ++first_[from + 1];
    ++first_[to + 1];
}

void FlowNetwork::finish() {
    for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
    rows_.resize(arcs_.size());
    auto next = first_;
    for (std::size_t i = 0; i < from_.size(); ++i) {
        const auto arc = static_cast<Arc>(2 * i);
        rows_[next[from_[i]]++] = arc;
        rows_[next[arcs_[arc].to]++] = arc + 1;
    }
}

void FlowNetwork::take_back(Arc arc) {
    ++arcs_[arc].capacity;
    --arcs_[arc ^ 1u].capacity;
}

bool FlowNetwork::set_levels(Point source, Point target, const Work& work) {
    level_.assign(first_.size() - 1, no_level);
    level_[source] = 0;
    std::vector<Point> order{source};
    for (std::size_t at = 0; at < order.size() && level_[target] == no_level; ++at) {
        if (at % steps_a_check == 0) work.check();
        for (const auto arc : row(order[at])) {
            const auto to = arcs_[arc].to;
            if (arcs_[arc].capacity == 0 || level_[to] != no_level) continue;
            level_[to] = level_[order[at]] + 1;
            order.push_back(to);
        }
    }
    return level_[target] != no_level;
}

// One unit along rising levels; arcs that lead nowhere are not tried again on this level.
bool FlowNetwork::send_one(Point source, Point target, const Work& work) {
    std::vector<Arc> way;
    std::uint32_t steps = 0;
    for (auto at = source; at != target;) {
        if (++steps % steps_a_check == 0) work.check();
        if (next_[at] == first_[at + 1]) {
            if (at == source) return false;
            at = arcs_[way.back() ^ 1u].to;
            way.pop_back();
            ++next_[at];
            continue;
        }
        const auto arc = rows_[next_[at]];
        const auto& entry = arcs_[arc];
        if (entry.capacity > 0 && level_[entry.to] == level_[at] + 1) {
            way.push_back(arc);
            at = entry.to;
        } else {
            ++next_[at];
        }
    }
    for (const auto arc : way) {
        --arcs_[arc].capacity;
        ++arcs_[arc ^ 1u].capacity;
    }
    return true;
}

std::int64_t FlowNetwork::send(Point source, Point target, std::int64_t most, const Work& work) {
    std::int64_t sent = 0;
    while (sent < most && set_levels(source, target, work)) {
        next_.assign(first_.begin(), first_.end() - 1);
        while (sent < most && send_one(source, target, work)) ++sent;
    }
    return sent;
}

bool FlowNetwork::send_cheapest(Point source, Point target, const Work& work) {
    const auto points = first_.size() - 1;
    if (potential_.empty()) potential_.assign(points, 0);
    std::vector<std::int64_t> cost(points, cost_of_no_way);
    std::vector<Arc> came_by(points);
    using Waiting = std::pair<std::int64_t, Point>;
    std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>> queue;
    cost[source] = 0;
    queue.emplace(0, source);
    for (std::uint32_t steps = 1; !queue.empty(); ++steps) {
        if (steps % steps_a_check == 0) work.check();
        const auto [so_far, at] = queue.top();
        queue.pop();
        if (so_far > cost[at]) continue;
        for (const auto arc : row(at)) {
            const auto& entry = arcs_[arc];
            if (entry.capacity == 0) continue;
            const auto reached = so_far + entry.cost + potential_[at] - potential_[entry.to];
            if (reached >= cost[entry.to]) continue;
            cost[entry.to] = reached;
            came_by[entry.to] = arc;
            queue.emplace(reached, entry.to);
        }
    }
    if (cost[target] == cost_of_no_way) return false;
    for (std::size_t point = 0; point < points; ++point)
        potential_[point] += std::min(cost[point], cost[target]);
    for (auto at = target; at != source; at = arcs_[came_by[at] ^ 1u].to) {
        --arcs_[came_by[at]].capacity;
        ++arcs_[came_by[at] ^ 1u].capacity;
    }
    return true;
}

std::vector<std::uint8_t> FlowNetwork::reached_from(Point source) const {
    std::vector<std::uint8_t> is_reached(first_.size() - 1);
    is_reached[source] = 1;
    std::vector<Point> order{source};
    for (std::size_t at = 0; at < order.size(); ++at)
        for (const auto arc : row(order[at])) {
            const auto to = arcs_[arc].to;
            if (arcs_[arc].capacity == 0 || is_reached[to]) continue;
            is_reached[to] = 1;
            order.push_back(to);
        }
    return is_reached;
}

} // namespace lintas::algorithms
