#include "graph/error.h"
#include "graph/memory_store.h"
#include "query/engine.h"

#include <catch2/catch.hpp>

#include <thread>

using namespace lintas;
using namespace lintas::query;

namespace {

struct BatchedWorld {
    std::unique_ptr<Store> store = make_memory_store();
    Engine engine{*store};
    Counters counters;

    // The rows as text, a line each.
    std::string run(const std::string& text, const Map& parameters = {}) {
        const auto cursor = engine.run(text, parameters);
        std::string answer;
        for (std::vector<Value> row; cursor->next(row);) {
            for (const auto& value : row) answer += to_text(value) + " ";
            answer += "\n";
        }
        counters = cursor->summary().counters;
        return answer;
    }
    std::uint64_t version() const { return store->snapshot()->version(); }
};

ErrorCode code_of(BatchedWorld& world, const std::string& text) {
    try {
        world.run(text);
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::Internal;
}

} // namespace

TEST_CASE("Rows are committed in parts of the size that is said", "[query][in_transactions]") {
    BatchedWorld world;
    world.run("UNWIND range(1, 10) AS n CALL (n) { CREATE (:N {n: n}) } IN TRANSACTIONS OF 3 ROWS");
    CHECK(world.version() == 4);
    CHECK(world.counters.nodes_created == 10);
    CHECK(world.counters.properties_set == 10);
    CHECK(world.run("MATCH (n:N) RETURN sum(n.n)") == "55 \n");
    world.run("UNWIND range(1, 2500) AS n CALL (n) { CREATE (:M {n: n}) } IN TRANSACTIONS");
    CHECK(world.version() == 7);
    world.run("UNWIND range(1, 4) AS n CALL (n) { CREATE (:K) } IN 2 CONCURRENT TRANSACTIONS OF "
              "$size ROWS",
              {{"size", Value{2}}});
    CHECK(world.version() == 9);
}

TEST_CASE("What the subquery returns is joined to its rows, and seen as it is afterwards",
          "[query][in_transactions]") {
    BatchedWorld world;
    CHECK(world.run("UNWIND [1, 2, 3] AS n CALL (n) { CREATE (a:A {n: n}) RETURN a } "
                    "IN TRANSACTIONS OF 2 ROWS RETURN n, a.n, labels(a) ORDER BY n") ==
          "1 1 ['A'] \n2 2 ['A'] \n3 3 ['A'] \n");
    CHECK(world.run("UNWIND [1, 2] AS n CALL (n) { UNWIND range(1, n) AS m RETURN m * 10 AS m } "
                    "IN TRANSACTIONS OF 1 ROW RETURN n, m ORDER BY n, m") ==
          "1 10 \n2 10 \n2 20 \n");
}

TEST_CASE("Later parts see what earlier ones did", "[query][in_transactions]") {
    BatchedWorld world;
    world.run("UNWIND [1, 1, 2, 1, 2] AS n CALL (n) { MERGE (a:A {n: n}) ON CREATE SET a.times = 1 "
              "ON MATCH SET a.times = a.times + 1 } IN TRANSACTIONS OF 2 ROWS");
    CHECK(world.run("MATCH (a:A) RETURN a.n, a.times ORDER BY a.n") == "1 3 \n2 2 \n");
}

TEST_CASE("The rows before the subquery are all read first", "[query][in_transactions]") {
    BatchedWorld world;
    world.run("UNWIND range(1, 5) AS n CREATE (:A)");
    world.run("MATCH (a:A) CALL { CREATE (:A) } IN TRANSACTIONS OF 1 ROW");
    CHECK(world.run("MATCH (a:A) RETURN count(*)") == "10 \n");
    world.run("MATCH (a:A) CALL (a) { DETACH DELETE a } IN TRANSACTIONS OF 4 ROWS");
    CHECK(world.run("MATCH (a) RETURN count(*)") == "0 \n");
    CHECK(world.counters.nodes_deleted == 0);
}

TEST_CASE("By default the first failure ends the statement; what was committed stays",
          "[query][in_transactions]") {
    BatchedWorld world;
    CHECK_THROWS_AS(world.run("UNWIND [1, 2, 0, 4] AS n CALL (n) { CREATE (:A {n: 1 / n}) } "
                              "IN TRANSACTIONS OF 1 ROW"),
                    Error);
    CHECK(world.run("MATCH (a:A) RETURN count(*)") == "2 \n");
    CHECK(code_of(world, "UNWIND [0] AS n CALL (n) { CREATE (:A {n: 1 / n}) } IN TRANSACTIONS "
                         "ON ERROR FAIL") != ErrorCode::Internal);
}

TEST_CASE("A failure may be passed over, with its part undone and its results null",
          "[query][in_transactions]") {
    BatchedWorld world;
    CHECK(world.run("UNWIND [1, 0, 2, 4] AS n CALL (n) { CREATE (a:A {n: n}) RETURN 4 / n AS q } "
                    "IN TRANSACTIONS OF 1 ROW ON ERROR CONTINUE REPORT STATUS AS s "
                    "RETURN n, q, s.started, s.committed, s.errorMessage IS NULL ORDER BY n") ==
          "0 null true false false \n1 4 true true true \n2 2 true true true \n"
          "4 1 true true true \n");
    CHECK(world.run("MATCH (a:A) RETURN count(*)") == "3 \n");
    CHECK(world.counters.nodes_created == 0);
}

TEST_CASE("A failure may end the parts but not the statement", "[query][in_transactions]") {
    BatchedWorld world;
    CHECK(world.run("UNWIND [1, 2, 0, 4, 5] AS n CALL (n) { CREATE (:A {n: 1 / n}) } "
                    "IN TRANSACTIONS OF 1 ROW ON ERROR BREAK REPORT STATUS AS s "
                    "RETURN n, s.started, s.committed ORDER BY n") ==
          "0 true false \n1 true true \n2 true true \n4 false false \n5 false false \n");
    CHECK(world.run("MATCH (a:A) RETURN count(*)") == "2 \n");
}

TEST_CASE("Some places and forms are refused", "[query][in_transactions]") {
    BatchedWorld world;
    for (const std::string text :
         {"CREATE (:B) WITH 1 AS n CALL (n) { CREATE (:A) } IN TRANSACTIONS",
          "UNWIND [1] AS n CALL (n) { CREATE (:A) } IN TRANSACTIONS CREATE (:B)",
          "CALL { CALL { CREATE (:A) } IN TRANSACTIONS }",
          "CALL { CREATE (:A) } IN TRANSACTIONS RETURN 1 AS x UNION RETURN 2 AS x",
          "UNWIND [1] AS n CALL (n) { CREATE (:A) } IN TRANSACTIONS REPORT STATUS AS s RETURN s",
          "UNWIND [1] AS n CALL (n) { CREATE (:A) } IN TRANSACTIONS OF n ROWS",
          "UNWIND [1] AS n CALL (n) { CREATE (:A) } IN TRANSACTIONS OF -1 ROWS",
          "UNWIND [1] AS n CALL (n) { CREATE (:A) } IN TRANSACTIONS ON ERROR CONTINUE REPORT "
          "STATUS AS n RETURN n"}) {
        INFO(text);
        CHECK(code_of(world, text) == ErrorCode::Syntax);
    }
    CHECK(code_of(world, "CALL { CREATE (:A) } IN TRANSACTIONS OF 0 ROWS") == ErrorCode::Argument);
    CHECK(world.version() == 0);

    auto transaction = world.engine.begin();
    CHECK_THROWS_WITH(transaction.run("CALL { CREATE (:A) } IN TRANSACTIONS"),
                      Catch::Contains("cannot run in an explicit transaction"));
    Engine read_only{*world.store, {.read_only = true}};
    CHECK_THROWS_AS(read_only.run("CALL { CREATE (:A) } IN TRANSACTIONS"), Error);
    CHECK(read_only.run("EXPLAIN CALL { CREATE (:A) } IN TRANSACTIONS")->summary().plan);
}

TEST_CASE("A time limit ends the statement, whatever is to follow a failure",
          "[query][in_transactions]") {
    BatchedWorld world;
    Limits limits;
    limits.time = std::chrono::milliseconds{30};
    CHECK_THROWS_AS(world.engine.run("UNWIND range(1, 1000000) AS n CALL (n) { CREATE (:A) } "
                                     "IN TRANSACTIONS OF 1 ROW ON ERROR CONTINUE",
                                     {}, limits),
                    Error);
}

TEST_CASE("Others write between the parts", "[query][in_transactions]") {
    BatchedWorld world;
    std::thread other{[&] {
        for (int i = 0; i < 20; ++i) world.engine.run("CREATE (:Other)");
    }};
    world.run("UNWIND range(1, 50) AS n CALL (n) { CREATE (:Part) } IN TRANSACTIONS OF 1 ROW");
    other.join();
    CHECK(world.run("MATCH (n) RETURN labels(n)[0] AS l, count(*) ORDER BY l") ==
          "'Other' 20 \n'Part' 50 \n");
}
