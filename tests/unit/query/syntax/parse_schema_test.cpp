#include "parsed_query.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::query::syntax;
using lintas::testing::error_of;
using lintas::testing::reprinted;

TEST_CASE("Indexes of every kind are created", "[syntax][schema]") {
    CHECK(reprinted("CREATE INDEX FOR (n:A) ON (n.x)") == "CREATE RANGE INDEX FOR (n:A) ON (n.x)");
    CHECK(reprinted("create text index i if not exists for (n:A) on (n.x)") ==
          "CREATE TEXT INDEX i IF NOT EXISTS FOR (n:A) ON (n.x)");
    CHECK(reprinted("CREATE POINT INDEX i FOR ()<-[r:T]-() ON (r.x, r.y)") ==
          "CREATE POINT INDEX i FOR ()-[r:T]-() ON (r.x, r.y)");
    CHECK(reprinted("CREATE FULLTEXT INDEX i FOR (n:A|B) ON EACH [n.x, n.y]") ==
          "CREATE FULLTEXT INDEX i FOR (n:A|B) ON EACH [n.x, n.y]");
    CHECK(reprinted("CREATE LOOKUP INDEX FOR (n) ON EACH labels(n)") ==
          "CREATE LOOKUP INDEX FOR (n) ON EACH labels(n)");
    CHECK(reprinted("CREATE LOOKUP INDEX FOR ()-[r]-() ON type(r)") ==
          "CREATE LOOKUP INDEX FOR ()-[r]-() ON EACH type(r)");
    CHECK(reprinted("CREATE VECTOR INDEX v FOR (n:A) ON (n.x) "
                    "OPTIONS {indexConfig: {vector.dimensions: 3}}") ==
          "CREATE VECTOR INDEX v FOR (n:A) ON (n.x) "
          "OPTIONS {indexConfig: {`vector.dimensions`: 3}}");
}

TEST_CASE("Constraints of every kind are created", "[syntax][schema]") {
    CHECK(reprinted("CREATE CONSTRAINT c FOR (n:A) REQUIRE n.x IS UNIQUE") ==
          "CREATE CONSTRAINT c FOR (n:A) REQUIRE (n.x) IS UNIQUE");
    CHECK(reprinted("CREATE CONSTRAINT IF NOT EXISTS FOR (n:A) REQUIRE (n.x, n.y) IS NODE KEY") ==
          "CREATE CONSTRAINT IF NOT EXISTS FOR (n:A) REQUIRE (n.x, n.y) IS KEY");
    CHECK(reprinted("CREATE CONSTRAINT FOR ()-[r:T]->() REQUIRE r.x IS NOT NULL") ==
          "CREATE CONSTRAINT FOR ()-[r:T]-() REQUIRE (r.x) IS NOT NULL");
    CHECK(reprinted("CREATE CONSTRAINT FOR (n:A) REQUIRE n.x IS :: LIST<STRING NOT NULL>") ==
          "CREATE CONSTRAINT FOR (n:A) REQUIRE (n.x) IS :: LIST<STRING NOT NULL>");
}

TEST_CASE("Schema is dropped and shown", "[syntax][schema]") {
    CHECK(reprinted("DROP INDEX i IF EXISTS;") == "DROP INDEX i IF EXISTS");
    CHECK(reprinted("DROP CONSTRAINT c") == "DROP CONSTRAINT c");
    CHECK(reprinted("SHOW INDEX") == "SHOW INDEXES");
    CHECK(reprinted("SHOW ALL CONSTRAINTS YIELD *") == "SHOW CONSTRAINTS YIELD *");
    CHECK(reprinted("SHOW FUNCTIONS YIELD name AS n WHERE n = 'x'") ==
          "SHOW FUNCTIONS YIELD name AS n WHERE n = 'x'");
}

TEST_CASE("CREATE of a path named index is no command", "[syntax][schema]") {
    CHECK(reprinted("CREATE index = (a)-[:T]->(b)") == "CREATE index = (a)-[:T]->(b)");
}

TEST_CASE("Keys belong to the variable of the pattern", "[syntax][schema]") {
    CHECK(error_of("CREATE INDEX FOR (n:A) ON (m.x)")->detail() == ErrorDetail::UndefinedVariable);
    CHECK(error_of("CREATE LOOKUP INDEX FOR (n) ON EACH labels(m)")->detail() ==
          ErrorDetail::UndefinedVariable);
}

TEST_CASE("Half a command is refused", "[syntax][schema]") {
    for (const auto* const bad :
         {"CREATE INDEX", "CREATE INDEX i", "CREATE INDEX FOR (n:A)", "CREATE INDEX FOR (n:A) ON",
          "CREATE FOO INDEX FOR (n:A) ON (n.x)", "CREATE CONSTRAINT FOR (n) REQUIRE n.x IS UNIQUE",
          "CREATE CONSTRAINT FOR (n:A) REQUIRE n.x", "DROP", "DROP INDEX", "SHOW", "SHOW NOTHING",
          "CREATE CONSTRAINT FOR (n:A) REQUIRE n.x IS NODE",
          "CREATE INDEX FOR (n:A) ON (n.x) OPTIONS"}) {
        INFO(bad);
        CHECK(error_of(bad)->detail() == ErrorDetail::UnexpectedSyntax);
    }
}
