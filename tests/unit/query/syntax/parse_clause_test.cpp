#include "parsed_query.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::query::syntax;
using lintas::testing::error_of;
using lintas::testing::reprinted;

namespace {

Query parsed_query(std::string_view text) { return std::get<Query>(parse(text).form); }

template <typename Form> Form first_clause(std::string_view text) {
    auto whole = parsed_query(text);
    return std::get<Form>(std::move(whole.parts[0].clauses[0].form));
}

ErrorDetail detail(std::string_view text) {
    const auto error = error_of(text);
    return error ? error->detail() : ErrorDetail::None;
}

} // namespace

TEST_CASE("Queries print as they were written", "[syntax][clause]") {
    for (const auto* const text : {
             "MATCH (n) WHERE n.x = 1 RETURN n",
             "OPTIONAL MATCH (n) RETURN n",
             "UNWIND [1, 2] AS x RETURN x",
             "WITH 1 AS x, 2 AS y ORDER BY x DESC, y SKIP 1 LIMIT 2 WHERE x > 0 RETURN *",
             "WITH *, 1 AS x RETURN DISTINCT x",
             "CREATE (a:A {x: 1})-[:T]->(b)",
             "MERGE (a) ON CREATE SET a.x = 1 ON MATCH SET a:L, a += {y: 2}",
             "MATCH (n) SET n.a = 1, n.b.c = 2, n[k] = 3, n:A:B, n = m, n += {x: 1}",
             "MATCH (n) REMOVE n.a, n:A:B, n[k]",
             "MATCH (n) DELETE n, n.list[0]",
             "MATCH (n) DETACH DELETE n",
             "FOREACH (x IN [1] | CREATE (:A {x: x}) FOREACH (y IN [2] | SET x.y = y))",
             "CALL a.b.c",
             "CALL a.b(1, 2) YIELD *",
             "CALL a.b() YIELD x AS y, z WHERE y > 1 RETURN y",
             "CALL a.b() YIELD -",
             "OPTIONAL CALL a.b() YIELD x RETURN x",
             "CALL { RETURN 1 AS x } RETURN x",
             "CALL () { CREATE (n) }",
             "CALL (*) { CREATE (n) }",
             "MATCH (n) CALL (n, m) { DELETE n } IN TRANSACTIONS",
             "CALL () { CREATE (n) } IN 4 CONCURRENT TRANSACTIONS OF 10 ROWS ON ERROR BREAK "
             "REPORT STATUS AS s",
             "LOAD CSV WITH HEADERS FROM 'file:///a.csv' AS r FIELDTERMINATOR ';' RETURN r",
             "MATCH (n) LET x = n.a, y = 2 FILTER x > y RETURN x",
             "MATCH (n) FINISH",
             "RETURN 1 AS x UNION ALL RETURN 2 AS x UNION ALL RETURN 3 AS x",
             "RETURN 1 AS x UNION RETURN 2 AS x NEXT RETURN x + 1 AS y NEXT RETURN y",
             "EXPLAIN MATCH (n) RETURN n",
             "PROFILE RETURN 1",
         })
        CHECK(reprinted(text) == text);
}

TEST_CASE("Synonyms give the same tree", "[syntax][clause]") {
    CHECK(reprinted("INSERT (n:A)") == reprinted("CREATE (n:A)"));
    CHECK(reprinted("RETURN 1 OFFSET 2") == reprinted("RETURN 1 SKIP 2"));
    CHECK(reprinted("FOR x IN [1] RETURN x") == reprinted("UNWIND [1] AS x RETURN x"));
    CHECK(reprinted("MATCH (n) NODETACH DELETE n") == reprinted("MATCH (n) DELETE n"));
    CHECK(reprinted("RETURN 1 UNION DISTINCT RETURN 2") == reprinted("RETURN 1 UNION RETURN 2"));
    CHECK(reprinted("RETURN n ORDER BY n ASCENDING") == reprinted("RETURN n ORDER BY n ASC"));
    CHECK(reprinted("MATCH (n) FILTER WHERE n.x RETURN n") ==
          reprinted("MATCH (n) FILTER n.x RETURN n"));
    CHECK(reprinted("MATCH (n) SET n IS A") == reprinted("MATCH (n) SET n:A"));
    CHECK(reprinted("match (n) return n;") == reprinted("MATCH (n) RETURN n"));
}

TEST_CASE("The text of a column is what was written", "[syntax][clause]") {
    const auto items = first_clause<Return>("RETURN  cOuNt( * ) , ( a . b )/* c */, {x: 1 }  AS y")
                           .projection.items;
    REQUIRE(items.size() == 3);
    CHECK(items[0].text == "cOuNt( * )");
    CHECK(items[1].text == "( a . b )");
    CHECK(items[2].text == "{x: 1 }");
    CHECK(items[2].alias->text == "y");
}

TEST_CASE("Clauses know where they stand", "[syntax][clause]") {
    const auto whole = parsed_query("MATCH (n)  RETURN n ");
    CHECK(whole.parts[0].clauses[0].span == Span{0, 9});
    CHECK(whole.parts[0].clauses[1].span == Span{11, 19});
    CHECK(whole.span == Span{0, 19});
}

TEST_CASE("Arguments of a call may be absent altogether", "[syntax][clause]") {
    CHECK_FALSE(first_clause<CallProcedure>("CALL a.b").arguments);
    CHECK(first_clause<CallProcedure>("CALL a.b()").arguments->empty());
    CHECK_FALSE(first_clause<CallProcedure>("CALL a.b()").yield);
    CHECK(first_clause<CallProcedure>("CALL a.b() YIELD -").yield->empty());
    CHECK_FALSE(first_clause<CallSubquery>("CALL { CREATE () }").imports);
    CHECK(first_clause<CallSubquery>("CALL () { CREATE () }").imports->empty());
}

TEST_CASE("A query ends with a result or a change", "[syntax][clause]") {
    for (const auto* const bad :
         {"MATCH (n)", "UNWIND [1] AS x", "WITH 1 AS x", "MATCH (n) UNION RETURN 1",
          "CALL { MATCH (n) } RETURN 1", "RETURN 1 RETURN 2", "RETURN 1 MATCH (n) RETURN n", ""}) {
        INFO(bad);
        CHECK(detail(bad) == ErrorDetail::UnexpectedSyntax);
    }
    CHECK_FALSE(error_of("RETURN EXISTS { MATCH (n) }"));
}

TEST_CASE("What does not go together is refused", "[syntax][clause]") {
    CHECK(detail("RETURN 1 UNION RETURN 2 UNION ALL RETURN 3") ==
          ErrorDetail::InvalidClauseComposition);
    CHECK(detail("RETURN EXISTS { MATCH (n) SET n.x = 1 }") ==
          ErrorDetail::InvalidClauseComposition);
    CHECK(detail("CALL a.b() YIELD * RETURN 1") == ErrorDetail::UnexpectedSyntax);
    CHECK(detail("FOREACH (x IN [1] | RETURN x)") == ErrorDetail::UnexpectedSyntax);
    CHECK(detail("MATCH (n) SET f(n) = 1") == ErrorDetail::UnexpectedSyntax);
}

TEST_CASE("What is known but not supported says so", "[syntax][clause]") {
    CHECK(error_of("USE g MATCH (n) RETURN n")->code() == ErrorCode::Unsupported);
}
