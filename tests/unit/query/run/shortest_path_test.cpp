// Size and ties; shortest_path_oracle_test.cpp checks the meaning on random graphs.
#include "plan_building.h"

#include <catch2/catch.hpp>

#include <set>

namespace lintas::query {
namespace {

using namespace lintas::testing;

ShortestPathStep between(Value from, Value to) {
    ShortestPathStep step{};
    step.input = plan(ProjectStep{
        argument(), {{slot(0), constant(std::move(from))}, {slot(1), constant(std::move(to))}}});
    step.from = slot(0);
    step.relationships = slot(2);
    step.to = slot(1);
    step.direction = ExpandDirection::Outgoing;
    return step;
}

std::vector<std::string> paths(const ShortestPathStep& step, const Snapshot& graph) {
    return texts(run(plan(step), graph, {2}));
}

} // namespace

TEST_CASE("The nodes' ids decide a tie before those of the relationships", "[run][shortest]") {
    // 0 -> 2 -> 3 by the first relationships, 0 -> 1 -> 3 by later ones, one of them twice.
    const auto graph = graph_of(4, {{0, 2}, {2, 3}, {0, 1}, {1, 3}, {0, 1}});
    auto step = between(node(0), node(3));
    CHECK(paths(step, *graph) == std::vector<std::string>{"[[r:2], [r:3]]"});
    step.all = true;
    CHECK(paths(step, *graph) ==
          std::vector<std::string>{"[[r:2], [r:3]]", "[[r:4], [r:3]]", "[[r:0], [r:1]]"});
}

TEST_CASE("Between a node and itself there is the empty path, if it is asked for",
          "[run][shortest]") {
    const auto graph = graph_of(1, {{0, 0}});
    auto step = between(node(0), node(0));
    CHECK(paths(step, *graph).empty());
    step.lower = 0;
    CHECK(paths(step, *graph) == std::vector<std::string>{"[]"});
}

TEST_CASE("Where an end is null there is no path", "[run][shortest]") {
    const auto graph = graph_of(1, {});
    CHECK(paths(between(Value{}, node(0)), *graph).empty());
    CHECK(paths(between(node(0), Value{}), *graph).empty());
}

TEST_CASE("A long way is found, and more ties than fit a batch", "[run][shortest]") {
    std::vector<Arrow> arrows;
    constexpr std::uint32_t diamonds = 12;
    for (std::uint32_t at = 0; at < diamonds; ++at) {
        arrows.push_back({at, at + 1});
        arrows.push_back({at, at + 1});
    }
    const auto graph = graph_of(diamonds + 1, arrows);
    auto step = between(node(0), node(diamonds));
    CHECK(paths(step, *graph).size() == 1);
    step.all = true;
    const auto found = paths(step, *graph);
    CHECK(found.size() == 1u << diamonds);
    CHECK(std::set(found.begin(), found.end()).size() == found.size());
}

} // namespace lintas::query
