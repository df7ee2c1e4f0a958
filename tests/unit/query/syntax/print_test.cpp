#include "parsed_query.h"

#include <catch2/catch.hpp>

using namespace lintas::query::syntax;
using lintas::testing::reprinted;
using lintas::testing::reprinted_expression;

TEST_CASE("Parentheses are kept where they matter", "[syntax][print]") {
    for (const auto* const text : {"(a OR b) AND c",
                                   "NOT (a AND b)",
                                   "(a + b) * c",
                                   "a - (b - c)",
                                   "(a - b) - c",
                                   "(a + b) + c",
                                   "a + (b + c)",
                                   "(a = b) = c",
                                   "a IN (b IN c)",
                                   "(a ^ b) ^ c",
                                   "-(5)",
                                   "-(a + b)",
                                   "(a + b).c",
                                   "(-5).c",
                                   "(n:A).c",
                                   "(NOT a) IS NULL",
                                   "(a < b) IS NULL",
                                   "a AND (b AND c)",
                                   "(a AND b) AND (c AND (d AND e))",
                                   "a OR (b OR c)",
                                   "(a OR b) XOR c",
                                   "(a XOR b) AND c",
                                   "(x IS :: ANY) = y",
                                   "[(x IN xs)]"})
        CHECK(reprinted_expression(text) == text);
}

TEST_CASE("Parentheses are dropped where they do not", "[syntax][print]") {
    CHECK(reprinted_expression("((a)) + (b * c)") == "a + b * c");
    CHECK(reprinted_expression("(a AND b) AND c") == "a AND b AND c");
    CHECK(reprinted_expression("(a AND b) AND (c AND d)") == "a AND b AND c AND d");
    CHECK(reprinted_expression("(f(x)).y[0]") == "f(x).y[0]");
}

TEST_CASE("Names are quoted where they need it", "[syntax][print]") {
    CHECK(reprinted_expression("`a b`.`c``d`") == "`a b`.`c``d`");
    CHECK(reprinted_expression("`ünïcode`") == "`ünïcode`");
    CHECK(reprinted_expression("`plain`") == "plain");
    CHECK(reprinted_expression("`true`") == "`true`");
    CHECK(reprinted_expression("`my ns`.`f g`(1)") == "`my ns`.`f g`(1)");
    CHECK(reprinted_expression("$`a b` + $0") == "$`a b` + $0");
    CHECK(reprinted("MATCH (n:`A B`)-[:`C-D`]->() RETURN n.`1`") ==
          "MATCH (n:`A B`)-[:`C-D`]->() RETURN n.`1`");
}

TEST_CASE("Literals print as values do", "[syntax][print]") {
    CHECK(reprinted_expression("0x10") == "16");
    CHECK(reprinted_expression("1e3") == "1000.0");
    CHECK(reprinted_expression("-0.0") == "-0.0");
    CHECK(reprinted_expression("\"it's\\n\"") == "'it\\'s\\n'");
    CHECK(reprinted_expression("[true, NULL]") == "[true, null]");
}

TEST_CASE("Labels and paths print alone", "[syntax][print]") {
    const auto statement = parse("MATCH p = (a:A|B&!C)-[r:T*2..3]->(b) RETURN a");
    const auto& clause = std::get<Query>(statement.form).parts[0].clauses[0];
    const auto& path = std::get<Match>(clause.form).pattern.paths[0];
    CHECK(print(path) == "p = (a:A|(B&!C))-[r:T*2..3]->(b)");
    CHECK(print(*std::get<NodePattern>(path.elements[0]).labels) == "A|(B&!C)");
}
