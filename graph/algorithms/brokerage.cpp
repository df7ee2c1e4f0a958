#include "graph/algorithms/brokerage.h"

#include "graph/algorithms/ascending_ties.h"
#include "graph/expect.h"

#include <algorithm>
#include <array>
#include <map>

namespace lintas::algorithms {

namespace {

constexpr std::size_t brokerage_grain = 64;

// Counts vertices by their group, and forgets again what it counted.
class GroupCounts {
public:
    explicit GroupCounts(std::uint32_t groups) : counts_(groups) {}

    void add(std::uint32_t group) { ++counts_[group]; }
    void clear(std::uint32_t group) { counts_[group] = 0; }
    std::uint64_t of(std::uint32_t group) const { return counts_[group]; }

private:
    std::vector<std::uint64_t> counts_;
};

// In a directed graph.
class Broker {
public:
    Broker(const ProjectedGraph& graph, std::span<const std::uint32_t> groups,
           std::uint32_t group_count)
        : graph_{graph}, groups_{groups}, targets_{group_count}, is_target_(graph.size()) {}

    // The ways over v: those that begin at each a, less the ones whose ends are tied.
    BrokerageRoles roles(Vertex v) {
        BrokerageRoles roles;
        if (groups_[v] == no_group) return roles;
        std::uint64_t count = 0;
        for (const auto b : graph_.out().row(v)) {
            if (!takes_part(b, v)) continue;
            targets_.add(groups_[b]);
            is_target_[b] = 1;
            ++count;
        }
        for (const auto a : graph_.in().row(v))
            if (takes_part(a, v)) add_ways(a, v, count, roles);
        for (const auto b : graph_.out().row(v)) {
            if (!takes_part(b, v)) continue;
            targets_.clear(groups_[b]);
            is_target_[b] = 0;
        }
        return roles;
    }

private:
    bool takes_part(Vertex other, Vertex v) const {
        return other != v && groups_[other] != no_group;
    }

    // The targets b of v that are neither a nor tied from a, by their groups.
    void add_ways(Vertex a, Vertex v, std::uint64_t count, BrokerageRoles& roles) const {
        const auto of_a = groups_[a];
        const auto of_v = groups_[v];
        auto all = count;
        auto in_a = targets_.of(of_a);
        auto in_v = targets_.of(of_v);
        const auto leave_out = [&](Vertex b) {
            --all;
            in_a -= groups_[b] == of_a ? 1 : 0;
            in_v -= groups_[b] == of_v ? 1 : 0;
        };
        if (is_target_[a]) leave_out(a);
        for (const auto b : graph_.out().row(a))
            if (b != a && is_target_[b]) leave_out(b);
        if (of_a == of_v) {
            roles.coordinator += in_v;
            roles.representative += all - in_v;
        } else {
            roles.consultant += in_a;
            roles.gatekeeper += in_v;
            roles.liaison += all - in_a - in_v;
        }
    }

    const ProjectedGraph& graph_;
    std::span<const std::uint32_t> groups_;
    GroupCounts targets_;
    std::vector<std::uint8_t> is_target_;
};

// The role of v on a way a > v > b.
std::uint64_t& role(BrokerageRoles& roles, std::uint32_t of_a, std::uint32_t of_v,
                    std::uint32_t of_b) {
    if (of_a == of_v) return of_b == of_v ? roles.coordinator : roles.representative;
    if (of_b == of_a) return roles.consultant;
    return of_b == of_v ? roles.gatekeeper : roles.liaison;
}

void add(BrokerageRoles& roles, const BrokerageRoles& others) {
    roles.coordinator += others.coordinator;
    roles.consultant += others.consultant;
    roles.representative += others.representative;
    roles.gatekeeper += others.gatekeeper;
    roles.liaison += others.liaison;
}

// The roles in an undirected graph: those of all pairs of neighbours, less the pairs that close a
// triangle. Numbers below 0 wrap, and come back when all is summed.
class UndirectedBrokers {
public:
    UndirectedBrokers(const ProjectedGraph& graph, std::span<const std::uint32_t> groups)
        : graph_{graph}, groups_{groups}, ties_{ascending_ties(graph)} {}

    std::vector<BrokerageRoles> roles(const Workers& workers) const {
        std::vector<std::vector<BrokerageRoles>> parts(workers.count());
        workers.each_range(graph_.size(), triangle_grain(graph_.size()),
                           [&](std::size_t begin, std::size_t end, unsigned thread) {
                               parts[thread].resize(graph_.size());
                               TriangleFinder finder{ties_};
                               for (auto r = begin; r < end; ++r) {
                                   const auto v = ties_.vertex_at[r];
                                   add_pairs(v, parts[thread][v]);
                                   finder.each(static_cast<Vertex>(r), [&](const Triangle& found) {
                                       leave_out(found, parts[thread]);
                                   });
                               }
                           });
        std::vector<BrokerageRoles> all(graph_.size());
        for (const auto& part : parts)
            for (std::size_t v = 0; v < part.size(); ++v) add(all[v], part[v]);
        return all;
    }

private:
    void add_pairs(Vertex v, BrokerageRoles& roles) const {
        if (groups_[v] == no_group) return;
        std::map<std::uint32_t, std::uint64_t> counts;
        for (const auto other : graph_.out().row(v))
            if (other != v && groups_[other] != no_group) ++counts[groups_[other]];
        const auto within = counts[groups_[v]];
        std::uint64_t beyond = 0;
        std::uint64_t beyond_within_a_group = 0;
        for (const auto& [group, count] : counts) {
            if (group == groups_[v]) continue;
            beyond += count;
            beyond_within_a_group += count * count;
        }
        roles.coordinator += within * (within - 1);
        roles.representative += within * beyond;
        roles.gatekeeper += beyond * within;
        roles.consultant += beyond_within_a_group - beyond;
        roles.liaison += beyond * beyond - beyond_within_a_group;
    }

    void leave_out(const Triangle& found, std::vector<BrokerageRoles>& roles) const {
        const std::array corners{ties_.vertex_at[found.first], ties_.vertex_at[found.middle],
                                 ties_.vertex_at[found.last]};
        for (const auto corner : corners)
            if (groups_[corner] == no_group) return;
        for (std::size_t v = 0; v < corners.size(); ++v) {
            const auto a = groups_[corners[(v + 1) % corners.size()]];
            const auto b = groups_[corners[(v + 2) % corners.size()]];
            --role(roles[corners[v]], a, groups_[corners[v]], b);
            --role(roles[corners[v]], b, groups_[corners[v]], a);
        }
    }

    const ProjectedGraph& graph_;
    std::span<const std::uint32_t> groups_;
    AscendingTies ties_;
};

} // namespace

std::vector<BrokerageRoles> brokerage(const ProjectedGraph& graph,
                                      std::span<const std::uint32_t> groups,
                                      const Workers& workers) {
    expect(groups.size() == graph.size(), "each vertex has a group");
    if (!graph.is_directed()) return UndirectedBrokers{graph, groups}.roles(workers);
    std::uint32_t count = 0;
    for (const auto group : groups)
        if (group != no_group) count = std::max(count, group + 1);
    std::vector<BrokerageRoles> roles(graph.size());
    workers.each_range(graph.size(), brokerage_grain,
                       [&](std::size_t begin, std::size_t end, unsigned) {
                           Broker broker{graph, groups, count};
                           for (auto v = begin; v < end; ++v)
                               roles[v] = broker.roles(static_cast<Vertex>(v));
                       });
    return roles;
}

} // namespace lintas::algorithms
