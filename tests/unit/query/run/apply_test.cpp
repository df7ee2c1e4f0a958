#include "plan_building.h"

#include <catch2/catch.hpp>

namespace lintas::query {
namespace {

using namespace lintas::testing;

// Inner rows for slot 5, imported from slot 0: the numbers 0 to value - 1, in slot 7.
PlanPointer counting() {
    const auto one_less = binary(BinaryKind::Subtract, variable(5), constant(1));
    const auto range =
        expression(FunctionExpression{find_function("range"), {constant(0), one_less}});
    return plan(UnwindStep{plan(ArgumentStep{{slot(5)}, slot(9)}), range, slot(7)});
}

std::vector<std::string> joined(const List& outer, PlanPointer inner, bool optional, bool per_row) {
    const ApplyStep step{
        values(0, outer), std::move(inner), {{slot(0), slot(5)}}, {{slot(7), slot(1)}}, slot(9),
        optional,         per_row};
    return texts(run(plan(step), *empty_graph(), {0, 1}));
}

} // namespace

TEST_CASE("Inner rows are joined to their outer rows in order", "[run][apply]") {
    for (const bool per_row : {false, true}) {
        const List outer{Value{0}, Value{2}, Value{0}, Value{1}};
        CHECK(joined(outer, counting(), false, per_row) ==
              std::vector<std::string>{"2, 0", "2, 1", "1, 0"});
        CHECK(joined(outer, counting(), true, per_row) ==
              std::vector<std::string>{"0, null", "2, 0", "2, 1", "0, null", "1, 0"});
    }
}

TEST_CASE("An optional apply gives each outer row once where nothing is found", "[run][apply]") {
    const List outer(3, Value{0});
    for (const bool per_row : {false, true}) {
        CHECK(joined(outer, counting(), true, per_row) ==
              std::vector<std::string>{"0, null", "0, null", "0, null"});
        CHECK(joined({}, counting(), true, per_row).empty());
    }
}

TEST_CASE("Rows that go over several batches are not taken for missing", "[run][apply]") {
    const List outer{Value{0}, Value{5000}, Value{0}, Value{3000}, Value{0}};
    for (const bool per_row : {false, true}) {
        const auto rows = joined(outer, counting(), true, per_row);
        REQUIRE(rows.size() == 8003);
        CHECK(rows[0] == "0, null");
        CHECK(rows[1] == "5000, 0");
        CHECK(rows[5001] == "0, null");
        CHECK(rows[8002] == "0, null");
        CHECK(joined(outer, counting(), false, per_row).size() == 8000);
    }
}

TEST_CASE("An inner plan that mixes rows is put in order", "[run][apply]") {
    const auto sorted = plan(SortStep{counting(), {{variable(7), true}}, nullptr});
    CHECK(joined({Value{2}, Value{3}}, sorted, false, false) ==
          std::vector<std::string>{"2, 1", "2, 0", "3, 2", "3, 1", "3, 0"});
    const auto both =
        plan(UnionStep{{{counting(), {slot(7)}}, {counting(), {slot(7)}}}, {slot(7)}});
    CHECK(joined({Value{1}, Value{0}, Value{2}}, both, true, false) ==
          std::vector<std::string>{"1, 0", "1, 0", "0, null", "2, 0", "2, 1", "2, 0", "2, 1"});
}

TEST_CASE("Outer rows of many batches are all joined", "[run][apply]") {
    List outer;
    for (int number = 0; number < 5000; ++number) outer.emplace_back(number % 3);
    for (const bool per_row : {false, true}) {
        CHECK(joined(outer, counting(), false, per_row).size() == 4999);
        CHECK(joined(outer, counting(), true, per_row).size() == 4999 + 1667);
    }
}

} // namespace lintas::query
