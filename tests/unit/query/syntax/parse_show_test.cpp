// SHOW, WHEN, NEXT and the functions with words of their own: parse(print(tree)) is the same tree.
#include "parsed_query.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::query::syntax;
using namespace lintas::testing;

TEST_CASE("SHOW keeps what is before and behind its subject", "[syntax][show]") {
    CHECK(reprinted("show built in functions") == "SHOW BUILT IN FUNCTIONS");
    CHECK(reprinted("SHOW ALL FUNCTION") == "SHOW FUNCTIONS");
    CHECK(reprinted("SHOW range INDEX") == "SHOW RANGE INDEXES");
    CHECK(reprinted("SHOW NODE KEY CONSTRAINTS") == "SHOW NODE KEY CONSTRAINTS");
    CHECK(reprinted("SHOW PROCEDURES YIELD name AS n, mode ORDER BY n DESC SKIP 1 LIMIT 2 "
                    "WHERE n <> 'x' RETURN count(*) AS c ORDER BY c") ==
          "SHOW PROCEDURES YIELD name AS n, mode ORDER BY n DESC SKIP 1 LIMIT 2 WHERE n <> 'x' "
          "RETURN count(*) AS c ORDER BY c");
    CHECK(reprinted("SHOW PROCEDURES WHERE name = 'x'") == "SHOW PROCEDURES WHERE name = 'x'");
    CHECK(error_of("SHOW PROCEDURES RETURN name")->detail() == ErrorDetail::UnexpectedSyntax);
    CHECK(error_of("SHOW a b c d FUNCTIONS")->detail() == ErrorDetail::UnexpectedSyntax);
}

TEST_CASE("WHEN has branches with and without braces", "[syntax][conditional]") {
    CHECK(reprinted("WHEN a THEN RETURN 1 AS x WHEN b THEN { RETURN 2 AS x UNION RETURN 3 AS x } "
                    "ELSE RETURN 4 AS x") ==
          "WHEN a THEN { RETURN 1 AS x } WHEN b THEN { RETURN 2 AS x UNION RETURN 3 AS x } ELSE { "
          "RETURN 4 AS x }");
    CHECK(reprinted("RETURN 1 AS x NEXT WHEN x = 1 THEN CREATE () WHEN true THEN FINISH") ==
          "RETURN 1 AS x NEXT WHEN x = 1 THEN { CREATE () } WHEN true THEN { FINISH }");
    CHECK(error_of("WHEN a THEN RETURN 1 AS x MATCH (n)")->detail() ==
          ErrorDetail::UnexpectedSyntax);
    CHECK(error_of("MATCH (n) WHEN a THEN RETURN 1 AS x")->detail() ==
          ErrorDetail::UnexpectedSyntax);
}

TEST_CASE("trim and normalize are calls of functions", "[syntax][functions]") {
    CHECK(reprinted("RETURN trim(BOTH 'x' FROM s)") == "RETURN btrim(s, 'x')");
    CHECK(reprinted("RETURN trim(leading FROM s)") == "RETURN ltrim(s)");
    CHECK(reprinted("RETURN trim(TRAILING 'x' + y FROM s)") == "RETURN rtrim(s, 'x' + y)");
    CHECK(reprinted("RETURN trim('x' FROM s)") == "RETURN btrim(s, 'x')");
    CHECK(reprinted("RETURN trim(s)") == "RETURN trim(s)");
    CHECK(reprinted("RETURN trim(both)") == "RETURN trim(both)");
    CHECK(reprinted("RETURN normalize(s, nfkc)") == "RETURN normalize(s, 'NFKC')");
    CHECK(reprinted("RETURN normalize(s, form)") == "RETURN normalize(s, form)");
    CHECK(error_of("RETURN trim(BOTH 'x' s)")->detail() == ErrorDetail::UnexpectedSyntax);
    CHECK(error_of("RETURN trim('x' FROM s, 'y')")->detail() == ErrorDetail::UnexpectedSyntax);
}
