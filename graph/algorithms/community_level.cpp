#include "graph/algorithms/community_level.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lintas::algorithms {

namespace {

constexpr double too_little = 1e-12; // a gain that is none
constexpr double randomness = 0.01;

} // namespace

CommunityLevel::CommunityLevel(const ProjectedGraph& graph) {
    strengths.resize(graph.size());
    neighbours.reserve(graph.out().arcs());
    weights.reserve(graph.out().arcs());
    for (Vertex v = 0; v < graph.size(); ++v) {
        const auto row = graph.out().row(v);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto weight = graph.out().weight(graph.out().first(v) + i);
            strengths[v] += row[i] == v ? 2 * weight : weight;
            if (row[i] == v) continue;
            neighbours.push_back(row[i]);
            weights.push_back(weight);
        }
        first.push_back(neighbours.size());
        total += strengths[v];
    }
}

CommunityLevel::CommunityLevel(const CommunityLevel& below, std::span<const std::uint32_t> groups,
                               std::uint32_t count)
    : strengths(count), total{below.total} {
    std::vector<std::uint64_t> begin(count + std::size_t{1});
    for (const auto group : groups) ++begin[group + 1];
    for (std::size_t i = 0; i < count; ++i) begin[i + 1] += begin[i];
    std::vector<Vertex> members(groups.size());
    auto next = begin;
    for (Vertex v = 0; v < groups.size(); ++v) members[next[groups[v]]++] = v;
    std::vector<double> sums(count);
    std::vector<std::uint8_t> is_touched(count);
    std::vector<std::uint32_t> touched;
    for (std::uint32_t group = 0; group < count; ++group) {
        for (auto at = begin[group]; at < begin[group + 1]; ++at) {
            const auto v = members[at];
            strengths[group] += below.strengths[v];
            for (auto i = below.first[v]; i < below.first[v + 1]; ++i) {
                const auto other = groups[below.neighbours[i]];
                if (other == group) continue;
                if (!is_touched[other]) touched.push_back(other);
                is_touched[other] = 1;
                sums[other] += below.weights[i];
            }
        }
        std::ranges::sort(touched);
        for (const auto other : touched) {
            neighbours.push_back(other);
            weights.push_back(sums[other]);
            sums[other] = 0;
            is_touched[other] = 0;
        }
        touched.clear();
        first.push_back(neighbours.size());
    }
}

CommunityMoves::CommunityMoves(const CommunityLevel& level, double resolution, Random& random,
                               const Work& work)
    : level_{level}, factor_{level.total > 0 ? resolution / level.total : 0}, random_{random},
      work_{work}, weight_to_(level.size(), -1) {}

// weight_to_ is -1 for communities that are no neighbours.
void CommunityMoves::weigh_neighbours(Vertex vertex,
                                      const std::vector<std::uint32_t>& communities) {
    for (auto i = level_.first[vertex]; i < level_.first[vertex + 1]; ++i) {
        const auto community = communities[level_.neighbours[i]];
        if (weight_to_[community] < 0) {
            weight_to_[community] = 0;
            touched_.push_back(community);
        }
        weight_to_[community] += level_.weights[i];
    }
}

void CommunityMoves::forget_neighbours() {
    for (const auto community : touched_) weight_to_[community] = -1;
    touched_.clear();
}

// REQUIRES: the vertex was taken out of its community, whose weight is known.
std::uint32_t CommunityMoves::best_for(Vertex vertex, std::uint32_t current) const {
    auto best = current;
    auto best_gain = gain(vertex, current);
    for (const auto community : touched_) {
        const auto gained = gain(vertex, community);
        if (gained > best_gain + too_little) {
            best = community;
            best_gain = gained;
        }
    }
    return best;
}

std::vector<Vertex> CommunityMoves::random_order() {
    std::vector<Vertex> order(level_.size());
    std::iota(order.begin(), order.end(), Vertex{0});
    random_.shuffle(std::span{order});
    return order;
}

bool CommunityMoves::move_all(std::vector<std::uint32_t>& communities) {
    strength_of_.assign(level_.size(), 0);
    for (Vertex v = 0; v < level_.size(); ++v) strength_of_[communities[v]] += level_.strengths[v];
    auto queue = random_order();
    std::vector<std::uint8_t> is_waiting(level_.size(), 1);
    std::vector<Vertex> next;
    bool has_moved = false;
    for (std::uint32_t steps = 1; !queue.empty(); queue.swap(next), next.clear())
        for (const auto vertex : queue) {
            if (steps++ % steps_a_check == 0) work_.check();
            is_waiting[vertex] = 0;
            const auto current = communities[vertex];
            weigh_neighbours(vertex, communities);
            if (weight_to_[current] < 0) {
                weight_to_[current] = 0;
                touched_.push_back(current);
            }
            strength_of_[current] -= level_.strengths[vertex];
            const auto best = best_for(vertex, current);
            strength_of_[best] += level_.strengths[vertex];
            forget_neighbours();
            if (best == current) continue;
            has_moved = true;
            communities[vertex] = best;
            for (auto i = level_.first[vertex]; i < level_.first[vertex + 1]; ++i) {
                const auto neighbour = level_.neighbours[i];
                if (is_waiting[neighbour] || communities[neighbour] == best) continue;
                is_waiting[neighbour] = 1;
                next.push_back(neighbour);
            }
        }
    return has_moved;
}

// As the paper has it: a vertex that is alone in its part, and well tied to the rest of its
// community, joins a part that is well tied to the rest too.
void CommunityMoves::join_part(Vertex vertex, const std::vector<std::uint32_t>& communities,
                               std::vector<std::uint32_t>& parts) {
    const auto own = parts[vertex];
    const auto community = communities[vertex];
    const auto whole = whole_strength_[community];
    const auto is_well_tied = [&](std::uint32_t part) {
        return outward_[part] + too_little >=
               factor_ * strength_of_[part] * (whole - strength_of_[part]);
    };
    if (!is_single_[own] || !is_well_tied(own)) return;
    for (auto i = level_.first[vertex]; i < level_.first[vertex + 1]; ++i) {
        const auto neighbour = level_.neighbours[i];
        if (communities[neighbour] != community) continue;
        const auto part = parts[neighbour];
        if (weight_to_[part] < 0) {
            weight_to_[part] = 0;
            touched_.push_back(part);
        }
        weight_to_[part] += level_.weights[i];
    }
    strength_of_[own] = 0;
    std::vector<std::pair<double, std::uint32_t>> choices;
    double most = 0;
    for (const auto part : touched_) {
        const auto gained = gain(vertex, part);
        if (part == own || gained < 0 || !is_well_tied(part)) continue;
        choices.emplace_back(gained, part);
        most = std::max(most, gained);
    }
    auto chosen = own;
    if (!choices.empty()) {
        double sum = 0;
        for (auto& [weight, part] : choices) {
            weight = std::exp((weight - most) / (randomness * std::max(most, too_little)));
            sum += weight;
        }
        auto left = random_.fraction() * sum;
        chosen = choices.back().second;
        for (const auto& [weight, part] : choices) {
            left -= weight;
            if (left > 0) continue;
            chosen = part;
            break;
        }
    }
    strength_of_[chosen] += level_.strengths[vertex];
    if (chosen != own) {
        parts[vertex] = chosen;
        is_single_[chosen] = 0;
        outward_[chosen] += outward_[own] - 2 * weight_to_[chosen];
    }
    forget_neighbours();
}

std::vector<std::uint32_t> CommunityMoves::refine(const std::vector<std::uint32_t>& communities) {
    std::vector<std::uint32_t> parts(level_.size());
    std::iota(parts.begin(), parts.end(), std::uint32_t{0});
    strength_of_ = level_.strengths;
    is_single_.assign(level_.size(), 1);
    whole_strength_.assign(level_.size(), 0);
    outward_.assign(level_.size(), 0);
    for (Vertex v = 0; v < level_.size(); ++v) {
        whole_strength_[communities[v]] += level_.strengths[v];
        for (auto i = level_.first[v]; i < level_.first[v + 1]; ++i)
            if (communities[level_.neighbours[i]] == communities[v])
                outward_[v] += level_.weights[i];
    }
    std::uint32_t steps = 1;
    for (const auto vertex : random_order()) {
        if (steps++ % steps_a_check == 0) work_.check();
        join_part(vertex, communities, parts);
    }
    return parts;
}

} // namespace lintas::algorithms
