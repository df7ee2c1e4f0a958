#include "parsed_query.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::query::syntax;
using lintas::testing::error_of;
using lintas::testing::reprinted_expression;

namespace {

// Two ways to write one tree.
struct Same {
    const char* left;
    const char* right;
};

void check_same(std::initializer_list<Same> rows) {
    for (const auto& [left, right] : rows) {
        INFO(left << "  and  " << right);
        CHECK(reprinted_expression(left) == reprinted_expression(right));
    }
}

ExpressionPointer expression(const std::string& text) {
    auto statement = parse("RETURN " + text);
    auto& clause = std::get<Query>(statement.form).parts[0].clauses[0];
    return std::move(std::get<Return>(clause.form).projection.items[0].value);
}

template <typename Form> const Form& form(const ExpressionPointer& expression) {
    return std::get<Form>(expression->form);
}

} // namespace

TEST_CASE("Operators bind in the order of openCypher's levels", "[syntax][expression]") {
    check_same({{"a OR b XOR c", "a OR (b XOR c)"},
                {"a XOR b AND c", "a XOR (b AND c)"},
                {"a AND b OR c", "(a AND b) OR c"},
                {"NOT a AND b", "(NOT a) AND b"},
                {"NOT a = b", "NOT (a = b)"},
                {"NOT NOT a", "NOT (NOT a)"},
                {"a = b IS NULL", "a = (b IS NULL)"},
                {"a = b IN c", "a = (b IN c)"},
                {"a IN b = c", "(a IN b) = c"},
                {"a STARTS WITH b = c", "(a STARTS WITH b) = c"},
                {"a + b STARTS WITH c + d", "(a + b) STARTS WITH (c + d)"},
                {"a IS NULL IS NOT NULL", "(a IS NULL) IS NOT NULL"},
                {"a < b + c", "a < (b + c)"},
                {"a + b * c", "a + (b * c)"},
                {"a * b ^ c", "a * (b ^ c)"},
                {"-a ^ b", "(-a) ^ b"},
                {"a || b = c", "(a || b) = c"},
                {"a || b * c", "a || (b * c)"},
                {"-a.b", "-(a.b)"},
                {"-a[0]", "-(a[0])"},
                {"a.b:L IS NULL", "(a.b:L) IS NULL"}});
}

TEST_CASE("Levels are worked from the left", "[syntax][expression]") {
    check_same({{"a - b - c", "a - b - c"},
                {"a.b.c[0].d", "((a.b).c)[0].d"},
                {"a IN b IN c", "(a IN b) IN c"}});
    const auto sum = expression("a - b + c || d");
    const auto& chain = form<Chain>(sum);
    CHECK(chain.operands.size() == 4);
    CHECK(chain.operators ==
          std::vector{BinaryOperator::Subtract, BinaryOperator::Add, BinaryOperator::Concatenate});
    const auto power = expression("4 ^ 3 ^ 2");
    CHECK(form<Chain>(power).operators.size() == 2);
    const auto nested = expression("a - (b - c)");
    CHECK(std::holds_alternative<Binary>(form<Binary>(nested).right->form));
}

TEST_CASE("A chain of comparisons is one", "[syntax][expression]") {
    const auto chain = expression("a < b <= c <> d");
    const auto& comparison = form<Comparison>(chain);
    CHECK(comparison.operands.size() == 4);
    CHECK(comparison.operators == std::vector{ComparisonOperator::Less,
                                              ComparisonOperator::LessOrEqual,
                                              ComparisonOperator::NotEqual});
    CHECK(reprinted_expression("(a < b) = c") == "(a < b) = c");
}

TEST_CASE("A minus belongs to the number behind it", "[syntax][expression]") {
    const auto smallest = expression("-9223372036854775808");
    CHECK(form<Literal>(smallest).value.integer() == std::numeric_limits<std::int64_t>::min());
    CHECK(smallest->span == Span{7, 27});
    const auto spaced = expression("- 1.5");
    CHECK(form<Literal>(spaced).value.floating() == -1.5);
    CHECK(form<Unary>(expression("-(5)")).what == UnaryOperator::Minus);
    CHECK(form<Unary>(expression("+5")).what == UnaryOperator::Plus);
    CHECK(reprinted_expression("a--5") == "a - -5");
    CHECK(reprinted_expression("- -5") == "-(-5)");
    CHECK(reprinted_expression("-5.foo") == "-5.foo");
}

TEST_CASE("Constants are literals whatever their case", "[syntax][expression]") {
    CHECK(form<Literal>(expression("TRUE")).value.boolean());
    CHECK(form<Literal>(expression("Null")).value.is_null());
    CHECK(std::isnan(form<Literal>(expression("NaN")).value.floating()));
    CHECK(std::isinf(form<Literal>(expression("infinity")).value.floating()));
    CHECK(form<Variable>(expression("`true`")).name == "true");
}

TEST_CASE("Keywords are names wherever the grammar allows", "[syntax][expression]") {
    for (const auto* const word :
         {"end",  "type",     "order", "match",    "return", "in",   "not",
          "case", "distinct", "count", "exists",   "all",    "any",  "reduce",
          "when", "then",     "skip",  "contains", "is",     "where"}) {
        INFO(word);
        CHECK(form<Variable>(expression(word)).name == word);
        CHECK(form<PropertyAccess>(expression("n." + std::string{word})).key.text == word);
        CHECK(form<MapLiteral>(expression("{" + std::string{word} + ": 1}")).entries.size() == 1);
    }
    CHECK(reprinted_expression("CASE end WHEN 1 THEN end ELSE end END") ==
          "CASE end WHEN 1 THEN end ELSE end END");
    CHECK(reprinted_expression("not AND in") == "`not` AND `in`");
}

TEST_CASE("Calls and their special forms are told apart", "[syntax][expression]") {
    CHECK(form<FunctionCall>(expression("duration.between(a, b)")).name.text == "duration.between");
    CHECK(form<FunctionCall>(expression("count(DISTINCT a)")).distinct);
    CHECK_FALSE(form<FunctionCall>(expression("count(distinct)")).distinct);
    CHECK(std::holds_alternative<CountStar>(expression("cOuNt( * )")->form));
    CHECK(form<Quantifier>(expression("all(x IN xs WHERE x)")).kind == QuantifierKind::All);
    CHECK(form<FunctionCall>(expression("any(x)")).name.text == "any");
    CHECK(form<Reduce>(expression("reduce(a = 0, x IN xs | a + x)")).accumulator.text == "a");
    CHECK(form<FunctionCall>(expression("reduce(a, 0)")).name.text == "reduce");
    CHECK(form<FunctionCall>(expression("`reduce`(a)")).name.text == "reduce");
    CHECK(form<FunctionCall>(expression("exists(n.p)")).arguments.size() == 1);
    CHECK(form<FunctionCall>(expression("exists((a)-->())")).arguments.size() == 1);
    CHECK(form<FunctionCall>(expression("f()")).arguments.empty());
}

TEST_CASE("Lists are told apart from comprehensions", "[syntax][expression]") {
    CHECK(std::holds_alternative<ListComprehension>(expression("[x IN xs]")->form));
    CHECK(std::holds_alternative<ListComprehension>(expression("[x IN xs | x.a]")->form));
    CHECK(form<ListLiteral>(expression("[x IN xs, y]")).items.size() == 2);
    CHECK(form<ListLiteral>(expression("[(x IN xs)]")).items.size() == 1);
    CHECK(std::holds_alternative<PatternComprehension>(expression("[(a)-->(b) | b]")->form));
    CHECK(std::holds_alternative<PatternComprehension>(
        expression("[p = (a)-->(b) WHERE a.x | p]")->form));
}

TEST_CASE("The last bar ends the filter of a comprehension", "[syntax][expression]") {
    const auto labelled = expression("[x IN xs WHERE x:A | x]");
    CHECK(form<ListComprehension>(labelled).result);
    CHECK(reprinted_expression("[x IN xs WHERE x:A|B | x.y]") == "[x IN xs WHERE x:(A|B) | x.y]");
    CHECK(reprinted_expression("[x IN xs | x:A|B]") == "[x IN xs | x:(A|B)]");
    CHECK(reprinted_expression("[(a)-[:T|U]->(b:X|Y) WHERE b:Z | b:Q]") ==
          "[(a)-[:T|U]->(b:X|Y) WHERE b:Z | b:Q]");
    CHECK(reprinted_expression("reduce(s = 0, x IN xs | x:A|B)") ==
          "reduce(s = 0, x IN xs | x:(A|B))");
}

TEST_CASE("Indexes and slices may lack their ends", "[syntax][expression]") {
    CHECK(reprinted_expression("a[1][2..3][..4][5..][..]") == "a[1][2..3][..4][5..][..]");
}

TEST_CASE("Maps and projections of maps are read", "[syntax][expression]") {
    CHECK(reprinted_expression("{a: 1, `b c`: {}, ``: null}") == "{a: 1, `b c`: {}, ``: null}");
    CHECK(reprinted_expression("n{.*,.a,b,c:1}") == "n {.*, .a, b, c: 1}");
    CHECK(reprinted_expression("count {.a}") == "`count` {.a}");
}

TEST_CASE("Tests of labels and types are read", "[syntax][expression]") {
    check_same(
        {{"n:A:B", "n:A&B"}, {"n IS A", "n:A"}, {"n:(A|B)", "n IS A|B"}, {"n:!A&B", "n:(!A)&B"}});
    CHECK(form<TypeTest>(expression("x IS :: int not null")).type == "INTEGER NOT NULL");
    CHECK(form<TypeTest>(expression("x IS NOT TYPED string")).negated);
    CHECK(form<TypeTest>(expression("x :: array<ANY VALUE>")).type == "LIST<ANY>");
    CHECK(form<TypeTest>(expression("x IS :: timestamp with time zone")).type == "ZONED DATETIME");
    CHECK(form<TypeTest>(expression("x IS :: ANY<INT | FLOAT>")).type == "INTEGER | FLOAT");
    CHECK(form<TypeTest>(expression("x IS :: LIST<LIST<POINT NOT NULL>>")).type ==
          "LIST<LIST<POINT NOT NULL>>");
}

TEST_CASE("Subqueries are patterns or queries", "[syntax][expression]") {
    check_same({{"EXISTS { (a)-->(b) WHERE a.x }", "EXISTS { MATCH (a)-->(b) WHERE a.x }"}});
    CHECK(form<Subquery>(expression("COUNT { (a) }")).kind == SubqueryKind::Count);
    CHECK(form<Subquery>(expression("collect { MATCH (a) RETURN a }")).kind ==
          SubqueryKind::Collect);
    CHECK(reprinted_expression("EXISTS { match = (a)-->() }") ==
          "EXISTS { MATCH match = (a)-->() }");
}

TEST_CASE("A pattern is a condition, not a value", "[syntax][expression]") {
    for (const auto* const good :
         {"MATCH (a) WHERE (a)-->() RETURN a", "MATCH (a) WHERE NOT (a)--() OR a.x RETURN a",
          "MATCH (a) WHERE ((a)-[:T*1..3]-()) RETURN a", "RETURN exists((a)-->())",
          "RETURN [x IN xs WHERE (x)-->() | x]", "RETURN any(x IN xs WHERE (x)<--())",
          "RETURN CASE WHEN (a)-->() THEN 1 END", "MATCH (a WHERE (a)-->()) RETURN a",
          "RETURN shortestPath((a)-[*]-(b))", "MATCH (a) FILTER (a)-->() RETURN a"}) {
        INFO(good);
        CHECK_FALSE(error_of(good));
    }
    for (const auto* const bad :
         {"RETURN (a)-->()", "RETURN NOT (a)-->()", "WITH (a)-->() AS x RETURN x",
          "RETURN size((a)-->())", "MATCH (a) WHERE size((a)--()) > 1 RETURN a",
          "MATCH (a) SET a.x = (a)-->()", "RETURN [(a)-->()]"}) {
        INFO(bad);
        CHECK(error_of(bad)->detail() == ErrorDetail::UnexpectedSyntax);
    }
}

TEST_CASE("Arithmetic on parentheses is no pattern", "[syntax][expression]") {
    CHECK(reprinted_expression("(a)-(b)") == "a - b");
    CHECK(reprinted_expression("(a.x)--(b)") == "a.x - (-b)");
    CHECK(reprinted_expression("(a)-[b]") == "a - [b]");
    CHECK(reprinted_expression("(a)<-(b)") == "a < (-b)");
    CHECK(reprinted_expression("(a)--b") == "a - (-b)");
    CHECK(reprinted_expression("(x IS NULL)--(5)") == "(x IS NULL) - (-(5))");
}

TEST_CASE("Expressions know where they stand", "[syntax][expression]") {
    const auto sum = expression("(a) + b.c");
    CHECK(sum->span == Span{7, 16});
    CHECK(form<Binary>(sum).left->span == Span{7, 10});
    CHECK(form<Binary>(sum).right->span == Span{13, 16});
    const auto both = expression("a  AND  f(x)");
    CHECK(both->span == Span{7, 19});
}

TEST_CASE("Parameters are names or numbers", "[syntax][expression]") {
    CHECK(form<Parameter>(expression("$name")).name == "name");
    CHECK(form<Parameter>(expression("$0")).name == "0");
    CHECK(form<Parameter>(expression("$`a b`")).name == "a b");
}
