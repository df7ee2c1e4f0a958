// What expressions give over batches; the kernels have tests of their own.
#include "query/run/evaluate.h"

#include "graph/error.h"
#include "plan_building.h"

#include <catch2/catch.hpp>

#include <functional>
#include <optional>

namespace lintas::query {
namespace {

using namespace lintas::testing;

// A batch whose slot 0 holds the values.
Batch batch_of(Boxed values) {
    Batch batch{frame_width, values.size()};
    batch.set(slot(0), typed_column(std::move(values)));
    return batch;
}

std::string texts_of(const Column& column) {
    std::string texts;
    for (std::size_t row = 0; row < column.size(); ++row) {
        texts += (row == 0 ? "" : " ") + to_text(column.value(row));
    }
    return texts;
}

std::string evaluated(const ExpressionPointer& expression, const Batch& batch,
                      const Snapshot& graph, const Map& parameters = {}) {
    RunContext context{graph, parameters, frame_width};
    return texts_of(evaluate(*expression, batch, context));
}
std::string evaluated(const ExpressionPointer& expression, Boxed values) {
    return evaluated(expression, batch_of(std::move(values)), *empty_graph());
}

std::optional<Error> error_of(const ExpressionPointer& expression, const Batch& batch) {
    try {
        evaluated(expression, batch, *empty_graph());
    } catch (const Error& error) {
        return error;
    }
    return std::nullopt;
}

// Fails for every row that reaches it.
ExpressionPointer division_by_zero() {
    return binary(BinaryKind::Divide, constant(1), constant(0), {10, 15});
}
ExpressionPointer call_of(const char* name, std::vector<ExpressionPointer> arguments) {
    return expression(FunctionExpression{find_function(name), std::move(arguments)});
}
ExpressionPointer is(BinaryKind kind, Value value) {
    return binary(kind, variable(0), constant(std::move(value)));
}
Value list(std::initializer_list<Value> values) { return Value{List{values}}; }

} // namespace

TEST_CASE("AND, OR and XOR have three truths", "[run][evaluate]") {
    const Boxed all{true, false, Value{}};
    const auto left = variable(0);
    const auto with = [&](BinaryKind kind, Value value) {
        return evaluated(binary(kind, left, constant(std::move(value))), all);
    };
    CHECK(with(BinaryKind::And, true) == "true false null");
    CHECK(with(BinaryKind::And, false) == "false false false");
    CHECK(with(BinaryKind::And, Value{}) == "null false null");
    CHECK(with(BinaryKind::Or, true) == "true true true");
    CHECK(with(BinaryKind::Or, false) == "true false null");
    CHECK(with(BinaryKind::Or, Value{}) == "true null null");
    CHECK(with(BinaryKind::Xor, true) == "false true null");
    CHECK(with(BinaryKind::Xor, false) == "true false null");
    CHECK(with(BinaryKind::Xor, Value{}) == "null null null");
}

TEST_CASE("The right side is evaluated only for rows that are not decided", "[run][evaluate]") {
    const auto not_zero = is(BinaryKind::NotEqual, 0);
    const auto quotient = binary(BinaryKind::Divide, constant(6), variable(0));
    const auto large = binary(BinaryKind::Greater, quotient, constant(2));
    CHECK(evaluated(binary(BinaryKind::And, not_zero, large), {0, 1, 6}) == "false true false");
    const auto is_zero = is(BinaryKind::Equal, 0);
    CHECK(evaluated(binary(BinaryKind::Or, is_zero, large), {0, 1, 6}) == "true true false");
    CHECK(error_of(binary(BinaryKind::Or, not_zero, large), batch_of({0})).has_value());
}

TEST_CASE("An operand of AND that is no boolean is refused at its place", "[run][evaluate]") {
    const auto number = constant(1, {4, 5});
    const auto error = error_of(binary(BinaryKind::And, constant(true), number), batch_of({1}));
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::Type);
    CHECK(error->span() == Span{4, 5});
}

TEST_CASE("Errors carry the span of the smallest expression", "[run][evaluate]") {
    const auto sum = binary(BinaryKind::Add, division_by_zero(), constant(1), {8, 20});
    const auto error = error_of(sum, batch_of({1}));
    REQUIRE(error);
    CHECK(error->span() == Span{10, 15});
}

TEST_CASE("Where no row is, nothing fails", "[run][evaluate]") {
    CHECK(evaluated(division_by_zero(), Boxed{}).empty());
}

TEST_CASE("NOT and the null tests", "[run][evaluate]") {
    const auto unary = [](UnaryKind kind) {
        return expression(UnaryExpression{kind, variable(0)});
    };
    CHECK(evaluated(unary(UnaryKind::Not), {true, false, Value{}}) == "false true null");
    CHECK(evaluated(unary(UnaryKind::IsNull), {1, Value{}}) == "false true");
    CHECK(evaluated(unary(UnaryKind::IsNotNull), {1, Value{}}) == "true false");
    CHECK(evaluated(unary(UnaryKind::IsNull), {1, Value{}, "mixed"}) == "false true false");
    CHECK(evaluated(unary(UnaryKind::Minus), {1, Value{}, 2.5}) == "-1 null -2.5");
    CHECK(evaluated(unary(UnaryKind::Plus), {1, Value{}}) == "1 null");
    CHECK(error_of(unary(UnaryKind::Plus), batch_of({"a"})).has_value());
    CHECK(error_of(unary(UnaryKind::Minus), batch_of({INT64_MIN})).has_value());
}

TEST_CASE("A CASE branch is evaluated only for rows that reach it", "[run][evaluate]") {
    const auto quotient = binary(BinaryKind::Divide, constant(6), variable(0));
    const CaseExpression form{{{is(BinaryKind::Equal, 0), constant("zero")},
                               {binary(BinaryKind::Greater, quotient, constant(2)), quotient}},
                              constant("small")};
    CHECK(evaluated(expression(form), {0, 2, 6, 0, 1}) == "'zero' 3 'small' 'zero' 6");
    const CaseExpression without{{{is(BinaryKind::Equal, 0), constant(1)}}, nullptr};
    CHECK(evaluated(expression(without), {0, 2}) == "1 null");
    const CaseExpression unknown{{{constant(Value{}), division_by_zero()}}, constant(2)};
    CHECK(evaluated(expression(unknown), {0, 2}) == "2 2");
}

TEST_CASE("coalesce evaluates its rest only for rows that have found nothing", "[run][evaluate]") {
    const auto zero_is_null = expression(CaseExpression{
        {{is(BinaryKind::NotEqual, 0), binary(BinaryKind::Divide, constant(6), variable(0))}},
        nullptr});
    CHECK(evaluated(call_of("coalesce", {zero_is_null, constant("none")}), {0, 2}) == "'none' 3");
    CHECK(evaluated(call_of("coalesce", {variable(0), division_by_zero()}), {1, 2}) == "1 2");
    CHECK(evaluated(call_of("coalesce", {constant(Value{})}), {1, 2}) == "null null");
}

TEST_CASE("A function of constants is called once for a batch", "[run][evaluate]") {
    const auto graph = empty_graph();
    const Map none;
    RunContext context{*graph, none, frame_width};
    const auto batch = batch_of({1, 2});
    CHECK(evaluate(*call_of("abs", {constant(-1)}), batch, context).get<Constant>());
    CHECK_FALSE(evaluate(*call_of("rand", {}), batch, context).get<Constant>());
    CHECK(evaluated(call_of("abs", {variable(0)}), {-1, 2, Value{}}) == "1 2 null");
}

TEST_CASE("Parameters are constants; a missing one is an error", "[run][evaluate]") {
    const auto parameter = expression(ParameterExpression{"p"});
    const Map parameters{{"p", Value{7}}};
    CHECK(evaluated(parameter, batch_of({1, 2}), *empty_graph(), parameters) == "7 7");
    const auto error = error_of(parameter, batch_of({1}));
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::ParameterMissing);
}

TEST_CASE("Lists and maps are made, indexed and sliced", "[run][evaluate]") {
    const auto pair = expression(ListExpression{{variable(0), constant(9)}});
    CHECK(evaluated(pair, {1, Value{}}) == "[1, 9] [null, 9]");
    const auto map = expression(MapExpression{{{"a", variable(0)}, {"b", constant(2)}}});
    CHECK(evaluated(map, {1}) == "{a: 1, b: 2}");
    CHECK(evaluated(property(map, "a"), {1, 5}) == "1 5");
    CHECK(evaluated(expression(IndexExpression{pair, constant(-1)}), {1}) == "9");
    CHECK(evaluated(expression(IndexExpression{map, constant("b")}), {1}) == "2");
    CHECK(evaluated(expression(SliceExpression{pair, constant(1), nullptr}), {1}) == "[9]");
    CHECK(evaluated(expression(SliceExpression{pair, nullptr, variable(0)}), {1, Value{}}) ==
          "[1] null");
}

TEST_CASE("A long sum does not exhaust the stack", "[run][evaluate]") {
    auto sum = variable(0);
    std::vector<ExpressionPointer> parts{sum}; // outlive their parents, which thus end one by one
    for (int term = 0; term < 50'000; ++term) {
        sum = binary(BinaryKind::Add, sum, constant(1));
        parts.push_back(sum);
    }
    CHECK(evaluated(sum, {1, 2}) == "50001 50002");
    sum = nullptr;
    while (!parts.empty()) parts.pop_back();
}

TEST_CASE("A comprehension filters and maps with the row's other values", "[run][evaluate]") {
    ComprehensionExpression form{variable(0), slot(2), nullptr, nullptr};
    const Boxed lists{list({1, 2, 3}), Value{}, list({}), list({Value{}})};
    CHECK(evaluated(expression(form), lists) == "[1, 2, 3] null [] [null]");
    form.filter = binary(BinaryKind::Greater, variable(2), constant(1));
    CHECK(evaluated(expression(form), lists) == "[2, 3] null [] []");
    form.result = binary(BinaryKind::Add, variable(2), call_of("size", {variable(0)}));
    CHECK(evaluated(expression(form), lists) == "[5, 6] null [] []");
    form.filter = nullptr;
    form.result = constant("x");
    CHECK(evaluated(expression(form), lists) == "['x', 'x', 'x'] null [] ['x']");
    CHECK(error_of(expression(form), batch_of({1})).has_value());
}

TEST_CASE("A comprehension over long lists works in chunks", "[run][evaluate]") {
    List numbers;
    for (int number = 0; number < 10'000; ++number) numbers.emplace_back(number);
    ComprehensionExpression form{variable(0), slot(2), nullptr, nullptr};
    form.filter = binary(BinaryKind::GreaterOrEqual, variable(2), constant(9'998));
    const Boxed lists{Value{numbers}, list({1}), Value{numbers}};
    CHECK(evaluated(expression(form), lists) == "[9998, 9999] [] [9998, 9999]");
}

TEST_CASE("A comprehension without a part in the row is computed once", "[run][evaluate]") {
    const auto graph = empty_graph();
    const Map none;
    RunContext context{*graph, none, frame_width};
    const ComprehensionExpression form{constant(list({1, 2})), slot(2), nullptr,
                                       binary(BinaryKind::Add, variable(2), constant(1))};
    const auto column = evaluate(*expression(form), batch_of({1, 2}), context);
    CHECK(column.get<Constant>());
    CHECK(texts_of(column) == "[2, 3] [2, 3]");
}

TEST_CASE("Quantifiers have three truths", "[run][evaluate]") {
    const Boxed lists{list({}),           list({1}),       list({0}),
                      list({1, 0}),       list({1, 1}),    list({1, Value{}}),
                      list({0, Value{}}), list({Value{}}), Value{}};
    const auto quantified = [&](QuantifierKind kind) {
        return evaluated(
            expression(QuantifierExpression{kind, variable(0), slot(2),
                                            binary(BinaryKind::Equal, variable(2), constant(1))}),
            lists);
    };
    CHECK(quantified(QuantifierKind::All) == "true true false false true null false null null");
    CHECK(quantified(QuantifierKind::Any) == "false true false true true true null null null");
    CHECK(quantified(QuantifierKind::None) == "true false true false false false null null null");
    CHECK(quantified(QuantifierKind::Single) == "false true false true false null null null null");
}

TEST_CASE("reduce goes from the first element to the last in each row", "[run][evaluate]") {
    const auto step = binary(BinaryKind::Add,
                             binary(BinaryKind::Multiply, variable(3), constant(10)), variable(2));
    const ReduceExpression form{slot(3), constant(0), variable(0), slot(2), step};
    CHECK(evaluated(expression(form), {list({1, 2, 3}), list({}), Value{}, list({4})}) ==
          "123 0 null 4");
}

TEST_CASE("reduce cannot build a value that is too deep to walk", "[run][evaluate]") {
    List many(100'000);
    const auto wrap = expression(ListExpression{{variable(3)}});
    const ReduceExpression deep{slot(3), constant(0), constant(Value{many}), slot(2), wrap};
    const auto error = error_of(expression(deep), batch_of({1}));
    REQUIRE(error);
    CHECK(error->code() == ErrorCode::Limit);
    const auto twice = expression(ListExpression{{variable(3), variable(3)}});
    const ReduceExpression wide{slot(3), constant(0), constant(Value{many}), slot(2), twice};
    CHECK(error_of(expression(wide), batch_of({1})).has_value());
}

TEST_CASE("Properties are asked for all nodes of a batch; unknown keys are null",
          "[run][evaluate]") {
    const auto graph = graph_of(3, {{0, 1}, {1, 2}});
    const auto nodes = batch_of({node(2), Value{}, node(0)});
    CHECK(evaluated(property(variable(0), "v"), nodes, *graph) == "2 null 0");
    CHECK(evaluated(property(variable(0), "unknown"), nodes, *graph) == "null null null");
    const auto relationships_of = batch_of({relationship(1), Value{}});
    CHECK(evaluated(property(variable(0), "w"), relationships_of, *graph) == "1 null");
    const auto mixed = batch_of({node(1), relationship(0), Value{}});
    CHECK(evaluated(property(constant(node(1)), "v"), mixed, *graph) == "1 1 1");
    CHECK(error_of(property(variable(0), "v"), batch_of({1})).has_value());
}

TEST_CASE("Label tests are formulas over labels, or over a relationship's type",
          "[run][evaluate]") {
    using Operation = LabelFormula::Operation;
    const auto graph = graph_of(3, {{0, 1, "T"}}, {"A", "B", ""});
    const auto test = [](std::vector<LabelFormula::Term> terms) {
        return expression(LabelTestExpression{variable(0), {std::move(terms)}});
    };
    const LabelFormula::Term a{Operation::Name, "A"};
    const LabelFormula::Term b{Operation::Name, "B"};
    const auto nodes = batch_of({node(0), node(1), node(2), Value{}});
    CHECK(evaluated(test({a}), nodes, *graph) == "true false false null");
    CHECK(evaluated(test({a, b, {Operation::Or, ""}}), nodes, *graph) == "true true false null");
    CHECK(evaluated(test({a, b, {Operation::And, ""}}), nodes, *graph) == "false false false null");
    CHECK(evaluated(test({a, {Operation::Not, ""}}), nodes, *graph) == "false true true null");
    CHECK(evaluated(test({{Operation::Any, ""}}), nodes, *graph) == "true true false null");
    CHECK(evaluated(test({{Operation::Name, "X"}}), nodes, *graph) == "false false false null");
    const auto one = batch_of({relationship(0)});
    CHECK(evaluated(test({{Operation::Name, "T"}}), one, *graph) == "true");
    CHECK(evaluated(test({{Operation::Name, "U"}}), one, *graph) == "false");
    CHECK(error_of(test({a}), batch_of({1})).has_value());
}

TEST_CASE("Map projections take properties and entries", "[run][evaluate]") {
    const auto graph = graph_of(2, {});
    MapProjectionExpression form{variable(0), true, {{"twice", constant(2)}}};
    const auto nodes = batch_of({node(1), Value{}});
    CHECK(evaluated(expression(form), nodes, *graph) == "{twice: 2, v: 1} null");
    form.all_properties = false;
    CHECK(evaluated(expression(form), nodes, *graph) == "{twice: 2} null");
    CHECK(error_of(expression(form), batch_of({1})).has_value());
}

TEST_CASE("Paths are put together from single relationships and lists", "[run][evaluate]") {
    const auto graph = graph_of(3, {{0, 1}, {2, 1}});
    Batch batch{frame_width, 1};
    batch.set(slot(0), Column{Nodes{NodeId{0}}});
    batch.set(slot(1), Column{Relationships{RelationshipId{0}}});
    batch.set(slot(2), Column{Nodes{NodeId{1}}});
    batch.set(slot(3), Column{Boxed{relationships({1})}});
    batch.set(slot(4), Column{Nodes{NodeId{2}}});
    batch.set(slot(5), Column{Boxed{relationships({})}});
    batch.set(slot(6), Column{Constant{Value{}, 1}});
    const auto path = [&](std::initializer_list<std::uint32_t> slots) {
        PathExpression form;
        for (const auto number : slots) form.slots.push_back(slot(number));
        return evaluated(expression(form), batch, *graph);
    };
    CHECK(path({0, 1, 2, 3, 4}) == "<(n:0)-[r:0]->(n:1)-[r:1]->(n:2)>");
    CHECK(path({0, 5, 0}) == "<(n:0)>");
    CHECK(path({0}) == "<(n:0)>");
    CHECK(path({0, 6, 2}) == "null");
}

TEST_CASE("Relationships are distinct when none occurs twice, also within lists",
          "[run][evaluate]") {
    const auto graph = graph_of(2, {{0, 1}, {0, 1}});
    Batch batch{frame_width, 2};
    batch.set(slot(0), Column{Relationships{RelationshipId{0}, RelationshipId{1}}});
    batch.set(slot(1), Column{Boxed{relationships({1}), relationships({1})}});
    const DistinctRelationshipsExpression form{{slot(0), slot(1)}};
    CHECK(evaluated(expression(form), batch, *graph) == "true false");
}

TEST_CASE("A predicate that is no boolean is refused", "[run][evaluate]") {
    const auto graph = empty_graph();
    const Map none;
    RunContext context{*graph, none, frame_width};
    CHECK(true_rows(*variable(0), batch_of({true, Value{}, false, true}), context) ==
          RowNumbers{0, 3});
    CHECK_THROWS_AS(true_rows(*variable(0), batch_of({1}), context), Error);
    CHECK(evaluate_constant(*constant(5), context).integer() == 5);
}

} // namespace lintas::query
