#include "graph/compare.h"
#include "graph/error.h"
#include "plan_building.h"
#include "random_seed.h"
#include "random_value.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace lintas::query {
namespace {

using namespace lintas::testing;

// Rows of a value (slot 0) and its position (slot 1).
PlanPointer numbered(const List& list) {
    List pairs;
    for (std::size_t at = 0; at < list.size(); ++at) {
        pairs.emplace_back(List{list[at], Value{static_cast<std::int64_t>(at)}});
    }
    const auto part = [](int at) { return expression(IndexExpression{variable(9), constant(at)}); };
    return plan(ProjectStep{values(9, pairs), {{slot(0), part(0)}, {slot(1), part(1)}}});
}

} // namespace

TEST_CASE("Rows are sorted by the order of all values, stably, with and without a limit",
          "[run][sort]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    RandomValues random{seed};
    const auto graph = empty_graph();
    for (int round = 0; round < 200; ++round) {
        CAPTURE(round);
        List list(random.below(20));
        const auto kind = random.below(4);
        for (auto& value : list) {
            if (random.below(6) == 0) continue;
            if (kind == 0) value = random.integer();
            if (kind == 1) value = random.text();
            if (kind == 2) value = random.floating();
            if (kind == 3) value = random.any(1);
        }
        const bool descending = random.below(2) == 0;
        std::vector<std::size_t> order_of(list.size());
        for (std::size_t at = 0; at < list.size(); ++at) order_of[at] = at;
        std::ranges::stable_sort(order_of, [&](std::size_t left, std::size_t right) {
            const auto comparison = order(list[left], list[right]);
            return descending ? comparison > 0 : comparison < 0;
        });
        const auto limit = random.below(25);
        const bool is_limited = random.below(2) == 0;
        if (is_limited && order_of.size() > limit) order_of.resize(limit);
        std::vector<std::string> wanted;
        for (const auto at : order_of) wanted.push_back(std::to_string(at));
        const SortStep step{numbered(list),
                            {{variable(0), descending}},
                            is_limited ? constant(static_cast<std::int64_t>(limit)) : nullptr};
        CHECK(texts(run(plan(step), *graph, {1})) == wanted);
    }
}

TEST_CASE("A second key orders the rows that the first leaves equal", "[run][sort]") {
    const auto rows = numbered({Value{2}, Value{1}, Value{2}, Value{1}});
    const SortStep step{rows, {{variable(0), false}, {variable(1), true}}, nullptr};
    CHECK(texts(run(plan(step), *empty_graph(), {0, 1})) ==
          std::vector<std::string>{"1, 3", "1, 1", "2, 2", "2, 0"});
}

TEST_CASE("The first of many rows are kept in little memory", "[run][sort]") {
    constexpr int count = 200'000;
    const auto graph = empty_graph();
    List many;
    for (int number = 0; number < count; ++number) many.emplace_back((number * 7919) % count);
    const SortStep step{values(0, many), {{variable(0), false}}, constant(3)};
    const Map none;
    RunContext context{*graph, none, frame_width};
    context.limit_memory(1 << 20);
    CHECK(texts(run(plan(step), context, {0})) == std::vector<std::string>{"0", "1", "2"});
}

TEST_CASE("A limit of a sort is checked like a LIMIT", "[run][sort]") {
    const SortStep step{values(0, {Value{1}}), {{variable(0), false}}, constant(-1)};
    CHECK_THROWS_AS(run(plan(step), *empty_graph(), {0}), Error);
}

} // namespace lintas::query
