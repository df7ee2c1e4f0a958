#include "graph/algorithms/brokerage.h"

#include "graph/expect.h"

#include <algorithm>

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

} // namespace

std::vector<BrokerageRoles> brokerage(const ProjectedGraph& graph,
                                      std::span<const std::uint32_t> groups,
                                      const Workers& workers) {
    expect(groups.size() == graph.size(), "each vertex has a group");
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
