// Single steps; pattern_oracle_test.cpp checks chains of them on random graphs.
#include "graph/error.h"
#include "plan_building.h"

#include <catch2/catch.hpp>

namespace lintas::query {
namespace {

using namespace lintas::testing;

ExpandStep expand_from(PlanPointer input, ExpandDirection direction) {
    ExpandStep step{};
    step.input = std::move(input);
    step.from = slot(0);
    step.relationship = slot(1);
    step.to = slot(2);
    step.direction = direction;
    return step;
}

std::vector<std::string> matches(const ExpandStep& step, const Snapshot& graph) {
    return texts(run(plan(step), graph, {0, 1, 2}));
}

} // namespace

TEST_CASE("Matches come by row, type, direction and neighbour", "[run][expand]") {
    const auto graph = graph_of(3, {{0, 1, "U"}, {0, 2, "T"}, {0, 1, "T"}, {2, 0, "T"}});
    const auto both = expand_from(values(0, {node(0), node(2)}), ExpandDirection::Both);
    // Types are numbered as they were first used: U, then T.
    CHECK(matches(both, *graph) ==
          std::vector<std::string>{"(n:0), [r:0], (n:1)", "(n:0), [r:2], (n:1)",
                                   "(n:0), [r:1], (n:2)", "(n:0), [r:3], (n:2)",
                                   "(n:2), [r:3], (n:0)", "(n:2), [r:1], (n:0)"});
}

TEST_CASE("A self-loop appears once, also where both directions are followed", "[run][expand]") {
    const auto graph = graph_of(1, {{0, 0}});
    for (const auto direction :
         {ExpandDirection::Outgoing, ExpandDirection::Incoming, ExpandDirection::Both}) {
        CHECK(matches(expand_from(values(0, {node(0)}), direction), *graph).size() == 1);
        auto into = expand_from(values(0, {node(0)}), direction);
        into.to = slot(0);
        into.to_is_bound = true;
        CHECK(run(plan(into), *graph, {0, 1}).size() == 1);
    }
}

TEST_CASE("A row without a node has no matches", "[run][expand]") {
    const auto graph = graph_of(2, {{0, 1}});
    const auto input = values(0, {Value{}, node(0), Value{}});
    CHECK(matches(expand_from(input, ExpandDirection::Outgoing), *graph).size() == 1);
}

TEST_CASE("Expanding from what is no node is a type error", "[run][expand]") {
    const auto step = expand_from(values(0, {Value{1}}), ExpandDirection::Outgoing);
    CHECK_THROWS_AS(matches(step, *graph_of(1, {})), Error);
}

TEST_CASE("A hub is given in bounded batches", "[run][expand]") {
    std::vector<Arrow> arrows;
    for (std::uint32_t spoke = 1; spoke <= 10'000; ++spoke) arrows.push_back({0, spoke});
    const auto graph = graph_of(10'001, arrows);
    const auto input = values(0, {node(0), node(5), node(0)});
    CHECK(matches(expand_from(input, ExpandDirection::Both), *graph).size() == 20'001);
}

TEST_CASE("Unknown types and labels have no matches", "[run][expand]") {
    const auto graph = graph_of(2, {{0, 1}}, {"A", "A"});
    auto step = expand_from(values(0, {node(0)}), ExpandDirection::Both);
    step.types = {"Unknown"};
    CHECK(matches(step, *graph).empty());
    step.types = {};
    step.to_label = "Unknown";
    CHECK(matches(step, *graph).empty());
    step.to_label = "A";
    CHECK(matches(step, *graph).size() == 1);
}

TEST_CASE("A bound relationship leads to its other end, if it starts at the node",
          "[run][expand]") {
    const auto graph = graph_of(3, {{0, 1}, {1, 2}});
    const auto nodes = values(0, {node(0), node(1), node(2)});
    const auto input = plan(ProjectStep{nodes, {{slot(1), constant(relationship(1))}}});
    auto step = expand_from(input, ExpandDirection::Outgoing);
    step.relationship_is_bound = true;
    CHECK(matches(step, *graph) == std::vector<std::string>{"(n:1), [r:1], (n:2)"});
    step.direction = ExpandDirection::Both;
    CHECK(matches(step, *graph) ==
          std::vector<std::string>{"(n:1), [r:1], (n:2)", "(n:2), [r:1], (n:1)"});
    step.types = {"Unknown"};
    CHECK(matches(step, *graph).empty());
}

TEST_CASE("A list of relationships in `unlike` forbids each of them", "[run][expand]") {
    const auto graph = graph_of(2, {{0, 1}, {0, 1}, {0, 1}});
    const auto nodes = values(0, {node(0)});
    const auto used = plan(ProjectStep{nodes, {{slot(5), constant(relationships({0, 2}))}}});
    auto step = expand_from(used, ExpandDirection::Outgoing);
    step.unlike = {slot(5)};
    CHECK(matches(step, *graph) == std::vector<std::string>{"(n:0), [r:1], (n:1)"});
    step.input = plan(ProjectStep{nodes, {{slot(5), constant(Value{})}}});
    CHECK(matches(step, *graph).size() == 3);
}

} // namespace lintas::query
