// Whole messages: what was found, what is allowed, a near word, and the exact span.
#include "parsed_query.h"

#include <catch2/catch.hpp>

using namespace lintas;
using lintas::testing::error_of;
using lintas::testing::rendered_error;

TEST_CASE("A misspelt keyword is told its neighbour", "[syntax][error]") {
    CHECK(rendered_error("MTCH (n) RETURN n") ==
          "Found `MTCH`; expected a clause such as `MATCH`, `CREATE` or `RETURN`; did you mean "
          "`MATCH`?\n"
          "  1 | MTCH (n) RETURN n\n"
          "      ^^^^");
    CHECK(rendered_error("MATCH (n)\nRETRUN n") ==
          "Found `RETRUN`; expected `,`, `WHERE` or a clause such as `MATCH` or `RETURN`; did you "
          "mean `RETURN`?\n"
          "  2 | RETRUN n\n"
          "      ^^^^^^");
    CHECK(rendered_error("MATCH (n) RETURN n ODER BY n") ==
          "Found `ODER`; expected an operator, `,`, `AS`, `ORDER BY`, `SKIP`, `LIMIT`, `UNION`, "
          "`NEXT` or the end of the query; did you mean `ORDER`?\n"
          "  1 | MATCH (n) RETURN n ODER BY n\n"
          "                         ^^^^");
}

TEST_CASE("The end of the query is pointed at", "[syntax][error]") {
    CHECK(rendered_error("MATCH (n) RETURN // nothing\n\n") ==
          "Found the end of the query; expected an expression\n"
          "  1 | MATCH (n) RETURN // nothing\n"
          "                      ^");
    CHECK(rendered_error("MATCH (n)") ==
          "Found the end of the query; expected `RETURN`, `FINISH` or a clause that changes the "
          "graph\n"
          "  1 | MATCH (n)\n"
          "               ^");
}

TEST_CASE("Brackets that are not closed say what may follow", "[syntax][error]") {
    CHECK(rendered_error("RETURN [1, 2") ==
          "Found the end of the query; expected `,`, `]` or an operator\n"
          "  1 | RETURN [1, 2\n"
          "                  ^");
    CHECK(rendered_error("MATCH (n RETURN n") ==
          "Found `RETURN`; expected `:`, `{`, `WHERE` or `)`\n"
          "  1 | MATCH (n RETURN n\n"
          "               ^^^^^^");
}

TEST_CASE("Operators of other languages are corrected", "[syntax][error]") {
    CHECK(rendered_error("RETURN 1 == 2") ==
          "Found `=`; expected an expression; `=` compares, not `==`\n"
          "  1 | RETURN 1 == 2\n"
          "                ^");
    CHECK(rendered_error("RETURN 1 != 2") == "Found `!`; expected `<>` for what is not equal\n"
                                             "  1 | RETURN 1 != 2\n"
                                             "               ^");
}

TEST_CASE("Words that join operands are no operands", "[syntax][error]") {
    CHECK(rendered_error("RETURN 1 = NOT true") ==
          "Found `NOT`; expected an expression; one with `NOT` needs parentheses\n"
          "  1 | RETURN 1 = NOT true\n"
          "                 ^^^");
    CHECK(error_of("RETURN 1 + AND (x)")->detail() == ErrorDetail::UnexpectedSyntax);
    CHECK(error_of("RETURN true AND OR (x)")->span() == Span{16, 18});
    CHECK_FALSE(error_of("RETURN `and`(x)"));
}

TEST_CASE("Foreign characters are named as such", "[syntax][error]") {
    const auto dash = error_of("RETURN 42 — 41");
    CHECK(dash->detail() == ErrorDetail::InvalidUnicodeCharacter);
    CHECK(dash->span() == Span{10, 13});
    CHECK(error_of("RETURN “a”")->detail() == ErrorDetail::InvalidUnicodeCharacter);
    CHECK(error_of("RETURN a\xC3")->detail() == ErrorDetail::InvalidUnicodeCharacter);
    CHECK(error_of("RETURN 1 # 2")->detail() == ErrorDetail::UnexpectedSyntax);
}

TEST_CASE("Numbers that are none are refused where they begin", "[syntax][error]") {
    CHECK(error_of("RETURN 9223372h54775808")->detail() == ErrorDetail::InvalidNumberLiteral);
    CHECK(error_of("RETURN 12abc")->span() == Span{7, 12});
    CHECK(error_of("RETURN {1a: 2}")->detail() == ErrorDetail::UnexpectedSyntax);
    CHECK(error_of("RETURN 017")->detail() == ErrorDetail::InvalidNumberLiteral);
}

TEST_CASE("Long tokens are shortened in messages", "[syntax][error]") {
    const auto error = error_of("RETURN 1 '" + std::string(500, 'x') + "'");
    CHECK(std::string{error->what()}.starts_with("Found `'" + std::string(39, 'x') + "...`"));
}

TEST_CASE("Only one statement is allowed", "[syntax][error]") {
    CHECK(rendered_error("RETURN 1; RETURN 2") == "Found `RETURN`; expected the end of the query\n"
                                                  "  1 | RETURN 1; RETURN 2\n"
                                                  "                ^^^^^^");
    CHECK_FALSE(error_of("RETURN 1;"));
}
