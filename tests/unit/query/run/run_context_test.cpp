#include "query/run/run_context.h"

#include "graph/error.h"
#include "plan_building.h"

#include <catch2/catch.hpp>

namespace lintas::query {
namespace {

using namespace lintas::testing;

ErrorCode code_of_check(const RunContext& context) {
    try {
        context.check();
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::Internal;
}

} // namespace

TEST_CASE("A query whose deadline has passed is ended", "[run]") {
    const auto graph = empty_graph();
    const Map none;
    RunContext context{*graph, none, 1};
    CHECK_NOTHROW(context.check());
    context.limit_time(std::chrono::steady_clock::now() - std::chrono::seconds{1});
    CHECK(code_of_check(context) == ErrorCode::Limit);
}

TEST_CASE("A cancelled query is ended", "[run]") {
    const auto graph = empty_graph();
    const Map none;
    RunContext context{*graph, none, 1};
    std::stop_source source;
    context.cancel_with(source.get_token());
    CHECK_NOTHROW(context.check());
    source.request_stop();
    CHECK(code_of_check(context) == ErrorCode::Limit);
}

TEST_CASE("What operators hold is bounded, and given back", "[run]") {
    const auto graph = empty_graph();
    const Map none;
    RunContext context{*graph, none, 1};
    context.limit_memory(100);
    {
        Held held{context};
        held.add(60);
        CHECK_THROWS_AS(held.add(60), Error);
        held.become(100);
        CHECK_THROWS_AS(context.hold(1), Error);
    }
    CHECK_NOTHROW(context.hold(100));
}

TEST_CASE("A sort, a grouping and a collected list end at the memory limit", "[run]") {
    const auto graph = empty_graph();
    const Map none;
    List many;
    for (int number = 0; number < 10'000; ++number) many.emplace_back(number);
    const auto rows = values(0, many);
    SortStep sort{rows, {{variable(0), false}}, nullptr};
    AggregateStep group{rows, {{slot(1), variable(0)}}, {}};
    AggregateStep collect{rows, {}, {{slot(1), find_aggregate("collect"), false, {variable(0)}}}};
    DistinctStep distinct{rows, {slot(0)}};
    for (const auto& plan_of : {plan(sort), plan(group), plan(collect), plan(distinct)}) {
        RunContext context{*graph, none, frame_width};
        context.limit_memory(10'000);
        CHECK_THROWS_AS(run(plan_of, context, {}), Error);
    }
}

} // namespace lintas::query
