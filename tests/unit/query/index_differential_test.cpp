// The same statements over a graph with indexes and one without give the same rows.
#include "graph/error.h"
#include "graph/memory_store.h"
#include "query/engine.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <thread>

#include "random_seed.h"
#include "random_value.h"

using namespace lintas;
using namespace lintas::query;

namespace {

using Rows = std::vector<std::string>;

struct DifferentialWorld {
    std::unique_ptr<Store> store = make_memory_store();
    Engine engine{*store};

    Rows rows(std::string_view text, const Map& parameters = {}) {
        const auto cursor = engine.run(text, parameters);
        Rows all;
        for (std::vector<Value> row; cursor->next(row);) {
            std::string line;
            for (const auto& value : row) line += to_text(value) + " | ";
            all.push_back(line);
        }
        return all;
    }
    // Sorted, since the order depends on the plan.
    Rows bag(std::string_view text, const Map& parameters) {
        auto all = rows(text, parameters);
        std::ranges::sort(all);
        return all;
    }
};

const char* const definitions[] = {
    "CREATE INDEX FOR (n:A) ON (n.x)",
    "CREATE INDEX FOR (n:A) ON (n.x, n.y)",
    "CREATE INDEX FOR (n:B) ON (n.y, n.x)",
    "CREATE INDEX FOR ()-[r:T]-() ON (r.x)",
};

const char* const writes[] = {
    "CREATE (:A {x: $v, y: $w})",
    "CREATE (:B {x: $v, y: $w})",
    "CREATE (:A:B {x: $v, y: $w})",
    "CREATE (:A {y: $v})",
    "MATCH (n) WHERE id(n) = $i SET n.x = $v",
    "MATCH (n) WHERE id(n) = $i SET n.y = $v",
    "MATCH (n) WHERE id(n) = $i REMOVE n.x",
    "MATCH (n) WHERE id(n) = $i SET n:A",
    "MATCH (n) WHERE id(n) = $i SET n:B",
    "MATCH (n) WHERE id(n) = $i REMOVE n:A",
    "MATCH (n) WHERE id(n) = $i DETACH DELETE n",
    "MATCH (n) WHERE id(n) = $i SET n = {x: $w, y: $v}",
    "MATCH (n), (m) WHERE id(n) = $i AND id(m) = $j CREATE (n)-[:T {x: $v}]->(m)",
    "MATCH (n)-[r:T]->() WHERE id(n) = $i SET r.x = $w",
    "MATCH (n)-[r:T]->() WHERE id(n) = $i DELETE r",
    "MERGE (n:A {x: $v}) ON CREATE SET n.y = $w",
    "MERGE (n:B {y: $v, x: $w})",
    "UNWIND [$v, $w, $v] AS x MERGE (n:A {x: x})",
    "MATCH (n:A {x: $v}) SET n.y = $w",
    "MATCH (n:A) WHERE n.x > $v DELETE n",
};

const char* const questions[] = {
    "MATCH (n:A) WHERE n.x = $v RETURN id(n)",
    "MATCH (n:A {x: $v, y: $w}) RETURN id(n)",
    "MATCH (n:A:B {x: $v}) RETURN id(n)",
    "MATCH (n) WHERE n:A AND n:B AND n.x = $v RETURN id(n)",
    "MATCH (n) WHERE (n:A OR n:B) AND n.x = $v RETURN id(n)",
    "MATCH (n:B {y: $v}) RETURN id(n)",
    "MATCH (n:A) WHERE n.x < $v RETURN id(n)",
    "MATCH (n:A) WHERE n.x >= $v RETURN id(n)",
    "MATCH (n:A) WHERE $w <= n.x < $v RETURN id(n)",
    "MATCH (n:A) WHERE n.x = $v AND n.y > $w RETURN id(n)",
    "MATCH (n:A) WHERE n.x IN [$v, $w, null, 1] RETURN id(n)",
    "MATCH (n:B) WHERE n.y IN [$v, $w] AND n.x = $v RETURN id(n)",
    "MATCH (n:A) WHERE n.x STARTS WITH $v RETURN id(n)",
    "MATCH (n:A) WHERE n.x STARTS WITH 'a' RETURN id(n)",
    "MATCH (n:A) WHERE n.x = $v OR n.x = $w RETURN id(n)",
    "MATCH (n:A) WHERE NOT n.x = $v RETURN id(n)",
    "MATCH (n:A), (m:B) WHERE m.y = n.x RETURN id(n), id(m)",
    "MATCH (n:A) MATCH (m:A {x: n.y}) RETURN id(n), id(m)",
    "OPTIONAL MATCH (n:A {x: $v}) RETURN id(n)",
    "UNWIND [$v, $w] AS v OPTIONAL MATCH (n:A {x: v}) RETURN v, id(n)",
    "MATCH (a)-[r:T {x: $v}]->(b) RETURN id(a), id(r), id(b)",
    "MATCH (a)-[r:T]-(b) WHERE r.x > $v RETURN id(a), id(r), id(b)",
    "MATCH (a:A {x: $v})-[r:T]->(b:B {y: $w}) RETURN id(a), id(b)",
    "MATCH (n:A) WHERE EXISTS { (m:B {y: n.x}) } RETURN id(n)",
    "MATCH (n:A) RETURN id(n), COUNT { MATCH (m:B) WHERE m.y = n.x RETURN m }",
};

Map parameters_of(testing::RandomValues& random, std::size_t nodes) {
    Map map;
    map.insert_or_assign("v", random.storable());
    map.insert_or_assign("w", random.storable());
    map.insert_or_assign("i", Value{static_cast<std::int64_t>(random.below(nodes + 1))});
    map.insert_or_assign("j", Value{static_cast<std::int64_t>(random.below(nodes + 1))});
    return map;
}

template <std::size_t Count>
const char* one_of(const char* const (&all)[Count], testing::RandomValues& random) {
    return all[random.below(Count)];
}

// What a statement says went wrong; empty if nothing did.
std::string outcome(DifferentialWorld& world, const char* text, const Map& parameters) {
    try {
        world.rows(text, parameters);
    } catch (const Error& error) {
        return std::string{name(error.code())};
    }
    return {};
}

std::size_t count_nodes(DifferentialWorld& world) {
    return static_cast<std::size_t>(std::stoul(world.rows("MATCH (n) RETURN count(*)")[0]));
}

} // namespace

TEST_CASE("Answers do not depend on indexes", "[indexes]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    testing::RandomValues random{static_cast<std::uint32_t>(seed)};
    DifferentialWorld plain;
    DifferentialWorld indexed;
    for (int round = 0; round < 600; ++round) {
        if (round % 100 == 50 && round < 450) indexed.rows(definitions[round / 100]);
        const auto parameters = parameters_of(random, count_nodes(plain));
        const auto* write = one_of(writes, random);
        CAPTURE(round, write, to_text(Value{parameters}));
        REQUIRE(outcome(plain, write, parameters) == outcome(indexed, write, parameters));
        const auto asked = parameters_of(random, 10);
        const auto* question = one_of(questions, random);
        CAPTURE(question, to_text(Value{asked}));
        REQUIRE(plain.bag(question, asked) == indexed.bag(question, asked));
    }
}

TEST_CASE("Answers within a transaction do not depend on indexes", "[indexes]") {
    const auto seed = testing::random_seed();
    CAPTURE(seed);
    testing::RandomValues random{static_cast<std::uint32_t>(seed)};
    DifferentialWorld plain;
    DifferentialWorld indexed;
    for (const auto* definition : definitions) indexed.rows(definition);
    for (int round = 0; round < 40; ++round) {
        auto one = plain.engine.begin();
        auto other = indexed.engine.begin();
        const auto bag = [](ExplicitTransaction& transaction, const char* text, const Map& asked) {
            const auto cursor = transaction.run(text, asked);
            Rows all;
            for (std::vector<Value> row; cursor->next(row);) {
                std::string line;
                for (const auto& value : row) line += to_text(value) + " | ";
                all.push_back(line);
            }
            std::ranges::sort(all);
            return all;
        };
        for (int step = 0; step < 12; ++step) {
            const auto parameters = parameters_of(random, 40);
            const auto* text =
                random.below(2) == 0 ? one_of(writes, random) : one_of(questions, random);
            CAPTURE(round, step, text, to_text(Value{parameters}));
            std::string failed;
            Rows expected;
            try {
                expected = bag(one, text, parameters);
            } catch (const Error& error) {
                failed = name(error.code());
            }
            if (failed.empty()) {
                REQUIRE(bag(other, text, parameters) == expected);
                continue;
            }
            REQUIRE_THROWS_AS(bag(other, text, parameters), Error);
            break;
        }
        if (random.below(3) == 0 || one.is_over()) continue;
        try {
            one.commit();
            other.commit();
        } catch (const Error&) {
            other.roll_back(); // a statement had failed in both
        }
    }
    const auto everything = "MATCH (n) RETURN id(n), labels(n), n.x, n.y";
    CHECK(plain.bag(everything, {}) == indexed.bag(everything, {}));
}

TEST_CASE("A reader of an older state finds what was there", "[indexes]") {
    DifferentialWorld world;
    world.rows("CREATE INDEX FOR (n:A) ON (n.x)");
    world.rows("UNWIND range(1, 10) AS i CREATE (:A {x: i})");
    auto reading = world.engine.begin({.access = Access::Read});
    const auto count = [&] {
        const auto cursor = reading.run("MATCH (n:A) WHERE n.x > 5 RETURN count(*)");
        std::vector<Value> row;
        cursor->next(row);
        return row.at(0).integer();
    };
    CHECK(count() == 5);
    world.rows("MATCH (n:A {x: 7}) DELETE n");
    world.rows("MATCH (n:A {x: 8}) SET n.x = 1");
    world.rows("CREATE (:A {x: 9})");
    CHECK(world.rows("MATCH (n:A) WHERE n.x > 5 RETURN count(*)") == Rows{"4 | "});
    CHECK(count() == 5);
    CHECK(world.rows("MATCH (n:A) WHERE n.x > 5 RETURN count(*)") == Rows{"4 | "});
}

TEST_CASE("Writers at once make what is unique once", "[indexes]") {
    DifferentialWorld world;
    world.rows("CREATE CONSTRAINT FOR (n:A) REQUIRE n.x IS UNIQUE");
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer)
        writers.emplace_back([&world] {
            for (int x = 0; x < 50; ++x) {
                Map parameters;
                parameters.insert_or_assign("x", Value{x});
                world.rows("MERGE (n:A {x: $x}) ON CREATE SET n.times = 1 ON MATCH SET n.times = "
                           "n.times + 1",
                           parameters);
            }
        });
    for (auto& writer : writers) writer.join();
    CHECK(world.rows(
              "MATCH (n:A) RETURN count(*), count(DISTINCT n.x), min(n.times), max(n.times)") ==
          Rows{"50 | 50 | 4 | 4 | "});
    std::atomic<int> refused = 0;
    std::vector<std::thread> creators;
    for (int creator = 0; creator < 4; ++creator)
        creators.emplace_back([&] {
            for (int x = 100; x < 120; ++x) {
                Map parameters;
                parameters.insert_or_assign("x", Value{x});
                try {
                    world.rows("CREATE (:A {x: $x})", parameters);
                } catch (const Error& error) {
                    refused += error.code() == ErrorCode::ConstraintValidation ? 1 : 0;
                }
            }
        });
    for (auto& creator : creators) creator.join();
    CHECK(refused == 60);
    CHECK(world.rows("MATCH (n:A) WHERE n.x >= 100 RETURN count(*)") == Rows{"20 | "});
}

TEST_CASE("A large index is built while queries go on", "[indexes]") {
    DifferentialWorld world;
    world.rows("UNWIND range(1, 30000) AS i CREATE (:A {x: i % 1000})");
    world.rows("CREATE INDEX many FOR (n:A) ON (n.x)");
    CHECK(world.rows("MATCH (n:A {x: 7}) RETURN count(*)") == Rows{"30 | "});
    world.rows("CREATE (:A {x: 7})");
    CHECK(world.rows("MATCH (n:A {x: 7}) RETURN count(*)") == Rows{"31 | "});
    world.rows("CALL db.awaitIndexes()");
    CHECK(world.rows("SHOW INDEXES YIELD state, populationPercent") == Rows{"'ONLINE' | 100.0 | "});
    CHECK(world.rows("MATCH (n:A {x: 7}) RETURN count(*)") == Rows{"31 | "});
    world.rows("MATCH (n:A {x: 8}) SET n.x = 7");
    CHECK(world.rows("MATCH (n:A {x: 7}) RETURN count(*)") == Rows{"61 | "});
    CHECK(world.rows("MATCH (n:A {x: 8}) RETURN count(*)") == Rows{"0 | "});
}
