#include "plan_building.h"

#include <catch2/catch.hpp>

namespace lintas::query {
namespace {

using namespace lintas::testing;

// 0 -> 1, 0 -> 2, 1 -> 2 and a node without relationships.
std::shared_ptr<const Snapshot> graph() { return graph_of(4, {{0, 1}, {0, 2}, {1, 2}}); }

// The neighbours of slot 0, which is slot 5 of the inner frame; slot 9 numbers the rows.
PlanPointer neighbours() {
    ExpandStep step{};
    step.input = plan(ArgumentStep{{slot(5)}, slot(9)});
    step.from = slot(5);
    step.relationship = slot(6);
    step.to = slot(7);
    step.direction = ExpandDirection::Outgoing;
    return plan(step);
}

ExpressionPointer subquery(SubqueryResult result, PlanPointer inner, bool per_row = false) {
    return expression(SubqueryExpression{
        result, std::move(inner), {{slot(0), slot(5)}}, slot(9), slot(7), per_row});
}

std::vector<std::string> by_node(const ExpressionPointer& value) {
    const auto nodes = plan(NodeScanStep{argument(), slot(0), std::nullopt});
    const auto projected = plan(ProjectStep{nodes, {{slot(1), value}}});
    return texts(run(projected, *graph(), {0, 1}));
}

} // namespace

TEST_CASE("A subquery tells, counts or lists for each row", "[run][subquery]") {
    for (const bool per_row : {false, true}) {
        CHECK(
            by_node(subquery(SubqueryResult::Exists, neighbours(), per_row)) ==
            std::vector<std::string>{"(n:0), true", "(n:1), true", "(n:2), false", "(n:3), false"});
        CHECK(by_node(subquery(SubqueryResult::Count, neighbours(), per_row)) ==
              std::vector<std::string>{"(n:0), 2", "(n:1), 1", "(n:2), 0", "(n:3), 0"});
        CHECK(by_node(subquery(SubqueryResult::List, neighbours(), per_row)) ==
              std::vector<std::string>{"(n:0), [(n:1), (n:2)]", "(n:1), [(n:2)]", "(n:2), []",
                                       "(n:3), []"});
    }
}

TEST_CASE("A subquery of several parts keeps the rows of each outer row apart", "[run][subquery]") {
    const auto both =
        plan(UnionStep{{{neighbours(), {slot(7)}}, {neighbours(), {slot(7)}}}, {slot(7)}});
    CHECK(by_node(subquery(SubqueryResult::List, both)) ==
          std::vector<std::string>{"(n:0), [(n:1), (n:2), (n:1), (n:2)]", "(n:1), [(n:2), (n:2)]",
                                   "(n:2), []", "(n:3), []"});
}

TEST_CASE("A limit in a subquery counts for each row alone", "[run][subquery]") {
    const auto limited = plan(LimitStep{neighbours(), constant(1)});
    CHECK(by_node(subquery(SubqueryResult::Count, limited, true)) ==
          std::vector<std::string>{"(n:0), 1", "(n:1), 1", "(n:2), 0", "(n:3), 0"});
}

TEST_CASE("A subquery works inside a comprehension", "[run][subquery]") {
    const ComprehensionExpression form{constant(Value{List{node(0), node(3)}}), slot(0), nullptr,
                                       subquery(SubqueryResult::Count, neighbours())};
    const auto one = plan(ProjectStep{argument(), {{slot(1), expression(form)}}});
    CHECK(texts(run(one, *graph(), {1})) == std::vector<std::string>{"[2, 0]"});
}

} // namespace lintas::query
