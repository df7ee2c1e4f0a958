// Shortest paths over small random multigraphs against all walks, shortest first.
#include "plan_building.h"
#include "random_seed.h"

#include <catch2/catch.hpp>

#include <map>
#include <random>
#include <tuple>

namespace lintas::query {
namespace {

using namespace lintas::testing;

struct Walk {
    std::vector<std::uint32_t> nodes;
    std::vector<std::uint32_t> relationships;

    auto operator<=>(const Walk&) const = default;
};

bool leads(const Arrow& arrow, ExpandDirection direction, std::uint32_t from, std::uint32_t to) {
    if (direction != ExpandDirection::Incoming && arrow.source == from && arrow.target == to) {
        return true;
    }
    return direction != ExpandDirection::Outgoing && arrow.target == from && arrow.source == to;
}

// All shortest walks by nodes, then relationships. `passes` tells which relationships may be used.
template <typename Passes>
std::vector<Walk> shortest_walks(const std::vector<Arrow>& arrows, std::uint32_t nodes,
                                 const ShortestPathStep& step, std::uint32_t from, std::uint32_t to,
                                 Passes passes) {
    if (from == to && step.lower > 0) return {};
    std::vector<Walk> walks{{{from}, {}}};
    const auto longest = std::min<std::uint64_t>(step.upper.value_or(nodes), nodes);
    for (std::uint64_t length = 0;; ++length) {
        std::vector<Walk> ending;
        std::ranges::copy_if(walks, std::back_inserter(ending),
                             [to](const Walk& walk) { return walk.nodes.back() == to; });
        std::ranges::sort(ending);
        if (!ending.empty() || length == longest) return ending;
        std::vector<Walk> longer;
        for (const auto& walk : walks) {
            for (std::uint32_t id = 0; id < arrows.size(); ++id) {
                for (std::uint32_t next = 0; next < nodes; ++next) {
                    const bool has_type = step.types.empty() || step.types[0] == arrows[id].type;
                    if (!has_type || !passes(id)) continue;
                    if (!leads(arrows[id], step.direction, walk.nodes.back(), next)) continue;
                    if (std::ranges::find(walk.nodes, next) != walk.nodes.end()) continue;
                    longer.push_back(walk);
                    longer.back().nodes.push_back(next);
                    longer.back().relationships.push_back(id);
                }
            }
        }
        walks = std::move(longer);
    }
}

std::string text_of(const Walk& walk) {
    List list;
    for (const auto id : walk.relationships) list.push_back(relationship(id));
    return to_text(Value{std::move(list)});
}

} // namespace

TEST_CASE("Shortest paths are those that trying all walks finds, in order", "[run][oracle]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    std::mt19937 random{seed};
    const auto below = [&random](std::uint32_t bound) {
        return static_cast<std::uint32_t>(random() % bound);
    };
    for (int round = 0; round < 2000; ++round) {
        CAPTURE(round);
        const auto nodes = 1 + below(9);
        std::vector<Arrow> arrows;
        for (auto count = below(20); count > 0; --count) {
            arrows.push_back({below(nodes), below(nodes), below(3) == 0 ? "U" : "T"});
        }
        const auto snapshot = graph_of(nodes, arrows);
        const auto from = plan(NodeScanStep{argument(), slot(0), std::nullopt});
        const auto both = plan(NodeScanStep{from, slot(1), std::nullopt});
        ShortestPathStep step{};
        step.input = both;
        step.from = slot(0);
        step.relationships = slot(2);
        step.to = slot(1);
        step.direction = static_cast<ExpandDirection>(below(3));
        step.lower = below(2);
        step.all = below(2) == 0;
        step.step_relationship = slot(3);
        if (below(3) == 0) step.upper = below(4);
        if (below(3) == 0) step.types = {"T"};
        const bool filtered = below(3) == 0;
        if (filtered) {
            step.predicate = binary(BinaryKind::GreaterOrEqual, property(variable(3), "w"),
                                    property(variable(0), "v"));
        }
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::string>> found;
        for (const auto& row : run(plan(step), *snapshot, {0, 1, 2})) {
            found[{raw(row[0].node()), raw(row[1].node())}].push_back(to_text(row[2]));
        }
        for (std::uint32_t source = 0; source < nodes; ++source) {
            for (std::uint32_t target = 0; target < nodes; ++target) {
                std::vector<std::string> wanted;
                const auto passes = [&](std::uint32_t id) { return !filtered || id >= source; };
                for (const auto& walk :
                     shortest_walks(arrows, nodes, step, source, target, passes)) {
                    wanted.push_back(text_of(walk));
                }
                if (!step.all && wanted.size() > 1) wanted.resize(1);
                CAPTURE(source, target);
                CHECK(found[{source, target}] == wanted);
            }
        }
    }
}

} // namespace lintas::query
