// Sizes and order; pattern_oracle_test.cpp checks the meaning on random graphs.
#include "graph/error.h"
#include "plan_building.h"

#include <catch2/catch.hpp>

namespace lintas::query {
namespace {

using namespace lintas::testing;

VariableExpandStep walk_from(std::uint32_t start, std::uint64_t lower,
                             std::optional<std::uint64_t> upper) {
    VariableExpandStep step{};
    step.input = values(0, {node(start)});
    step.from = slot(0);
    step.relationships = slot(1);
    step.to = slot(2);
    step.direction = ExpandDirection::Outgoing;
    step.lower = lower;
    step.upper = upper;
    return step;
}

} // namespace

TEST_CASE("A path comes before the longer ones that it begins", "[run][walk]") {
    const auto graph = graph_of(4, {{0, 1}, {1, 2}, {0, 3}});
    CHECK(texts(run(plan(walk_from(0, 0, std::nullopt)), *graph, {1, 2})) ==
          std::vector<std::string>{"[], (n:0)", "[[r:0]], (n:1)", "[[r:0], [r:1]], (n:2)",
                                   "[[r:2]], (n:3)"});
}

TEST_CASE("A lower bound above the upper has no matches", "[run][walk]") {
    const auto graph = graph_of(2, {{0, 1}});
    CHECK(run(plan(walk_from(0, 2, 1)), *graph, {1}).empty());
    auto ends = walk_from(0, 1, 0);
    ends.distinct_ends = true;
    CHECK(run(plan(ends), *graph, {2}).empty());
}

TEST_CASE("A path may be very long", "[run][walk]") {
    constexpr std::uint32_t length = 30'000;
    std::vector<Arrow> arrows;
    for (std::uint32_t at = 0; at < length; ++at) arrows.push_back({at, at + 1});
    const auto graph = graph_of(length + 1, arrows);
    auto step = walk_from(0, length, std::nullopt);
    const auto rows = run(plan(step), *graph, {1, 2});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0][0].list().size() == length);
    CHECK(to_text(rows[0][1]) == "(n:30000)");
}

TEST_CASE("A hub on the way is walked in bounded batches", "[run][walk]") {
    std::vector<Arrow> arrows{{0, 1}};
    for (std::uint32_t spoke = 2; spoke < 7000; ++spoke) arrows.push_back({1, spoke});
    const auto graph = graph_of(7000, arrows);
    auto step = walk_from(0, 1, 2);
    CHECK(run(plan(step), *graph, {1}).size() == arrows.size());
    step.predicate = binary(BinaryKind::NotEqual, property(variable(15), "w"), constant(6000));
    step.step_relationship = slot(15);
    CHECK(run(plan(step), *graph, {1}).size() == arrows.size() - 1);
    step.distinct_ends = true;
    CHECK(run(plan(step), *graph, {2}).size() == arrows.size() - 1);
}

TEST_CASE("A search without an end is stopped by the deadline", "[run][walk]") {
    std::vector<Arrow> arrows;
    for (std::uint32_t from = 0; from < 12; ++from) {
        for (std::uint32_t to = 0; to < 12; ++to) arrows.push_back({from, to});
    }
    const auto graph = graph_of(13, arrows);
    const Map none;
    RunContext context{*graph, none, frame_width};
    context.limit_time(std::chrono::steady_clock::now() + std::chrono::milliseconds{50});
    auto step = walk_from(0, 1, std::nullopt);
    step.input = plan(ProjectStep{step.input, {{slot(2), constant(node(12))}}});
    step.to_is_bound = true; // never reached, so no batch is ever full
    CHECK_THROWS_AS(run(plan(step), context, {1}), Error);
}

TEST_CASE("Reaching all of a dense graph does not enumerate its paths", "[run][walk]") {
    std::vector<Arrow> arrows;
    for (std::uint32_t from = 0; from < 60; ++from) {
        for (std::uint32_t to = 0; to < 60; ++to) arrows.push_back({from, to});
    }
    const auto graph = graph_of(60, arrows);
    auto step = walk_from(0, 1, std::nullopt);
    step.distinct_ends = true;
    CHECK(run(plan(step), *graph, {2}).size() == 60);
    step.direction = ExpandDirection::Both;
    CHECK(run(plan(step), *graph, {2}).size() == 60);
}

} // namespace lintas::query
