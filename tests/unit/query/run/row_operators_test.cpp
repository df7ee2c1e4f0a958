// The operators that pass rows on: filter, project, distinct, skip, limit, unwind, union, eager.
#include "graph/error.h"
#include "plan_building.h"

#include <catch2/catch.hpp>

namespace lintas::query {
namespace {

using namespace lintas::testing;

List numbers(int count) {
    List list;
    for (int number = 0; number < count; ++number) list.emplace_back(number);
    return list;
}

std::vector<std::string> given(const PlanPointer& plan_of, std::uint32_t read = 0) {
    return texts(run(plan_of, *empty_graph(), {read}));
}

std::optional<Error> error_of(const PlanPointer& plan_of) {
    try {
        given(plan_of);
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("A filter passes on the rows for which the predicate is true", "[run]") {
    const auto predicate = binary(BinaryKind::Greater, variable(0), constant(1));
    const auto rows = values(0, {Value{1}, Value{2}, Value{}, Value{"a"}, Value{3}});
    CHECK(given(plan(FilterStep{rows, predicate})) == std::vector<std::string>{"2", "3"});
    CHECK(error_of(plan(FilterStep{rows, variable(0)})).has_value());
}

TEST_CASE("A projection's columns do not see each other", "[run]") {
    const auto swapped =
        plan(ProjectStep{plan(ProjectStep{values(0, {Value{1}}), {{slot(1), constant(2)}}}),
                         {{slot(0), variable(1)}, {slot(1), variable(0)}}});
    CHECK(texts(run(swapped, *empty_graph(), {0, 1})) == std::vector<std::string>{"2, 1"});
}

TEST_CASE("DISTINCT keeps the first row of equivalent ones, over batches", "[run]") {
    const auto rows = values(0, {Value{1}, Value{}, Value{1.0}, Value{"a"}, Value{}, Value{"a"},
                                 Value{std::nan("")}, Value{std::nan("")}});
    CHECK(given(plan(DistinctStep{rows, {slot(0)}})) ==
          std::vector<std::string>{"1", "null", "'a'", "NaN"});
    auto twice = numbers(5000);
    for (const auto& number : numbers(5000)) twice.push_back(number);
    CHECK(given(plan(DistinctStep{values(0, twice), {slot(0)}})).size() == 5000);
    CHECK(given(plan(DistinctStep{rows, {}})).size() == 1);
}

TEST_CASE("SKIP and LIMIT cut anywhere in the batches", "[run]") {
    const auto rows = values(0, numbers(5000));
    for (const int count : {0, 1, 2047, 2048, 2049, 4999, 5000, 6000}) {
        CAPTURE(count);
        const auto skipped = given(plan(SkipStep{rows, constant(count)}));
        CHECK(skipped.size() == static_cast<std::size_t>(std::max(0, 5000 - count)));
        if (count < 5000) CHECK(skipped.front() == std::to_string(count));
        const auto limited = given(plan(LimitStep{rows, constant(count)}));
        CHECK(limited.size() == static_cast<std::size_t>(std::min(5000, count)));
    }
}

TEST_CASE("LIMIT pulls no batch more than it needs", "[run]") {
    // The second batch would fail.
    auto list = numbers(2048);
    list.emplace_back("text");
    const auto number = expression(UnaryExpression{UnaryKind::Minus, variable(0)});
    const auto rows = plan(ProjectStep{values(0, list), {{slot(1), number}}});
    CHECK(given(plan(LimitStep{rows, constant(2048)}), 1).size() == 2048);
    CHECK(error_of(plan(LimitStep{rows, constant(2049)})).has_value());
}

TEST_CASE("Wrong counts of SKIP and LIMIT are syntax errors with their place", "[run]") {
    const auto rows = values(0, numbers(3));
    const auto negative = error_of(plan(SkipStep{rows, constant(-1, {5, 7})}));
    REQUIRE(negative);
    CHECK(negative->code() == ErrorCode::Syntax);
    CHECK(negative->detail() == ErrorDetail::NegativeIntegerArgument);
    CHECK(negative->span() == Span{5, 7});
    for (const auto& wrong : {Value{1.5}, Value{"1"}, Value{}}) {
        const auto error = error_of(plan(LimitStep{rows, constant(wrong)}));
        REQUIRE(error);
        CHECK(error->detail() == ErrorDetail::InvalidArgumentType);
    }
}

TEST_CASE("UNWIND gives a row for each element, none for null, one for another value", "[run]") {
    const auto lists =
        values(1, {Value{List{Value{List{1, 2}}, Value{}, Value{List{}}, Value{3}}}});
    const auto rows =
        plan(UnwindStep{plan(UnwindStep{lists, variable(1), slot(2)}), variable(2), slot(0)});
    CHECK(given(rows) == std::vector<std::string>{"1", "2", "3"});
}

TEST_CASE("UNION gives the rows of its parts in turn under common slots", "[run]") {
    const UnionStep step{{{values(0, numbers(2)), {slot(0)}}, {values(3, numbers(3)), {slot(3)}}},
                         {slot(7)}};
    CHECK(given(plan(step), 7) == std::vector<std::string>{"0", "1", "0", "1", "2"});
}

TEST_CASE("An eager step reads everything before the first row", "[run]") {
    auto list = numbers(3000);
    list.emplace_back("text");
    const auto number = expression(UnaryExpression{UnaryKind::Minus, variable(0)});
    const auto rows = plan(ProjectStep{values(0, list), {{slot(1), number}}});
    CHECK(error_of(plan(LimitStep{plan(EagerStep{rows}), constant(1)})).has_value());
    CHECK(given(plan(EagerStep{values(0, numbers(5000))})).size() == 5000);
}

TEST_CASE("A plan that is too deep for the stack is refused", "[run]") {
    auto rows = argument();
    std::vector<PlanPointer> steps{rows}; // outlive their parents, which thus end one by one
    for (int depth = 0; depth < 5000; ++depth) {
        rows = plan(EagerStep{rows});
        steps.push_back(rows);
    }
    const auto error = error_of(rows);
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::Limit);
    rows = nullptr;
    while (!steps.empty()) steps.pop_back();
}

} // namespace lintas::query
