#include "graph/compare.h"
#include "graph/error.h"
#include "plan_building.h"
#include "random_seed.h"
#include "random_value.h"

#include <catch2/catch.hpp>

#include <unordered_set>

namespace lintas::query {
namespace {

using namespace lintas::testing;

AggregateColumn aggregate_of(std::uint32_t to, const char* name, bool distinct = false) {
    return {slot(to), find_aggregate(name), distinct, {variable(0)}};
}

// [key, value] pairs as slots 0 (the value) and 1 (the key).
PlanPointer pairs(const List& list) {
    const auto rows = values(9, list);
    const auto part = [](int at) { return expression(IndexExpression{variable(9), constant(at)}); };
    return plan(ProjectStep{rows, {{slot(1), part(0)}, {slot(0), part(1)}}});
}
Value pair(Value key, Value value) { return Value{List{std::move(key), std::move(value)}}; }

} // namespace

TEST_CASE("Without keys there is exactly one group, also for no rows", "[run][aggregate]") {
    const auto graph = empty_graph();
    const AggregateStep step{values(0, {}),
                             {},
                             {{slot(1), nullptr, false, {}},
                              aggregate_of(2, "count"),
                              aggregate_of(3, "sum"),
                              aggregate_of(4, "max"),
                              aggregate_of(5, "collect")}};
    CHECK(texts(run(plan(step), *graph, {1, 2, 3, 4, 5})) ==
          std::vector<std::string>{"0, 0, 0, null, []"});
}

TEST_CASE("Groups come in the order in which they first appear", "[run][aggregate]") {
    const auto graph = empty_graph();
    const auto rows =
        pairs({pair("b", 1), pair("a", 2), pair(Value{}, 3), pair("b", 4), pair(Value{}, Value{})});
    const AggregateStep step{rows,
                             {{slot(2), variable(1)}},
                             {{slot(3), nullptr, false, {}},
                              aggregate_of(4, "count"),
                              aggregate_of(5, "sum"),
                              aggregate_of(6, "min")}};
    CHECK(texts(run(plan(step), *graph, {2, 3, 4, 5, 6})) ==
          std::vector<std::string>{"'b', 2, 2, 5, 1", "'a', 1, 1, 2, 2", "null, 2, 1, 3, 3"});
}

TEST_CASE("A group shows the keys of its first row", "[run][aggregate]") {
    const auto rows = pairs({pair("a", 1), pair("b", 1.0), pair("b", 1)});
    const AggregateStep step{
        rows, {{slot(2), variable(1)}, {slot(3), variable(0)}}, {{slot(4), nullptr, false, {}}}};
    CHECK(texts(run(plan(step), *empty_graph(), {2, 3, 4})) ==
          std::vector<std::string>{"'a', 1, 1", "'b', 1.0, 2"});
}

TEST_CASE("No group is there for no rows with keys", "[run][aggregate]") {
    const AggregateStep step{values(0, {}), {{slot(1), variable(0)}}, {aggregate_of(2, "count")}};
    CHECK(run(plan(step), *empty_graph(), {1, 2}).empty());
}

TEST_CASE("More groups than fit a batch are all given", "[run][aggregate]") {
    List many;
    for (int number = 0; number < 5000; ++number) many.emplace_back(number);
    const AggregateStep step{values(0, many), {{slot(1), variable(0)}}, {aggregate_of(2, "sum")}};
    CHECK(run(plan(step), *empty_graph(), {1, 2}).size() == 5000);
}

TEST_CASE("Percentiles get their second argument", "[run][aggregate]") {
    const AggregateColumn column{
        slot(1), find_aggregate("percentileDisc"), false, {variable(0), constant(0.5)}};
    const AggregateStep step{values(0, {Value{3}, Value{1}, Value{2}}), {}, {column}};
    CHECK(texts(run(plan(step), *empty_graph(), {1})) == std::vector<std::string>{"2"});
}

TEST_CASE("A sum that 64 bits cannot hold is refused, one that comes back is not",
          "[run][aggregate]") {
    const auto sum_of = [](const List& list) {
        const AggregateStep step{values(0, list), {}, {aggregate_of(1, "sum")}};
        return texts(run(plan(step), *empty_graph(), {1}));
    };
    CHECK(sum_of({Value{INT64_MAX}, Value{1}, Value{-2}}) ==
          std::vector<std::string>{std::to_string(INT64_MAX - 1)});
    CHECK_THROWS_AS(sum_of({Value{INT64_MAX}, Value{1}}), Error);
}

TEST_CASE("Typed aggregates give what value by value gives", "[run][aggregate]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    RandomValues random{seed};
    const auto graph = empty_graph();
    for (int round = 0; round < 300; ++round) {
        CAPTURE(round);
        List list(random.below(12));
        const auto kind = random.below(3);
        for (auto& value : list) {
            if (random.below(5) == 0) continue;
            value = kind == 0   ? Value{static_cast<std::int64_t>(random.below(5))}
                    : kind == 1 ? random.integer()
                                : random.floating();
        }
        for (const auto* name : {"count", "sum", "min", "max", "avg", "collect"}) {
            for (const bool distinct : {false, true}) {
                CAPTURE(name, distinct, to_text(Value{list}));
                const auto state = find_aggregate(name)->start();
                std::unordered_set<Value, Hash, Equivalent> seen;
                for (const auto& value : list) {
                    if (value.is_null() || (distinct && !seen.insert(value).second)) continue;
                    state->add(value, Value{});
                }
                std::string wanted;
                try {
                    wanted = to_text(state->result());
                } catch (const Error&) {
                    wanted = "error";
                }
                const AggregateStep step{values(0, list), {}, {aggregate_of(1, name, distinct)}};
                std::string found;
                try {
                    found = texts(run(plan(step), *graph, {1})).front();
                } catch (const Error&) {
                    found = "error";
                }
                CHECK(found == wanted);
            }
        }
    }
}

TEST_CASE("Integers after which other values come are not lost", "[run][aggregate]") {
    List list;
    for (int number = 0; number < 3000; ++number) list.emplace_back(number % 7);
    list.emplace_back(0.5);
    list.emplace_back(Value{});
    const AggregateStep step{values(0, list), {}, {aggregate_of(1, "sum"), aggregate_of(2, "max")}};
    CHECK(texts(run(plan(step), *empty_graph(), {1, 2})) == std::vector<std::string>{"8994.5, 6"});
}

} // namespace lintas::query
