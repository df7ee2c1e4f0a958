// Which plans use an index, as EXPLAIN shows them.
#include "graph/memory_store.h"
#include "query/engine.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::query;

namespace {

struct World {
    std::unique_ptr<Store> store = make_memory_store();
    Engine engine{*store};

    void run(std::string_view text) {
        const auto cursor = engine.run(text);
        for (std::vector<Value> row; cursor->next(row);) {
        }
    }
    PlanDescription plan(const std::string& text) {
        return engine.run("EXPLAIN " + text)->summary().plan.value();
    }
};

// The details of the step, or empty where the plan has no such step.
std::string find_step(const PlanDescription& plan, std::string_view step) {
    if (plan.operator_name == step) return plan.details;
    for (const auto& child : plan.children)
        if (const auto found = find_step(child, step); !found.empty()) return found;
    return {};
}

struct IndexedWorld : World {
    IndexedWorld() {
        run("CREATE INDEX org_name FOR (n:Org) ON (n.country, n.name)");
        run("CREATE CONSTRAINT org_id FOR (n:Org) REQUIRE n.id IS UNIQUE");
        run("CREATE INDEX since FOR ()-[r:KNOWS]-() ON (r.since)");
        run("UNWIND range(1, 200) AS i CREATE (:Org {id: i, country: 'VN', name: 'n' + i})"
            "-[:KNOWS {since: i}]->(:Person)");
    }
};

} // namespace

TEST_CASE("Plans look up what an index has", "[index_plan]") {
    IndexedWorld world;
    CHECK(find_step(world.plan("MATCH (n:Org {id: 1}) RETURN n"), "NodeIndexUniqueSeek") ==
          "(n:Org) (id) of org_id, = 1");
    CHECK(find_step(world.plan("MATCH (n:Org) WHERE n.id IN $ids RETURN n"),
                    "NodeIndexUniqueSeek") == "(n:Org) (id) of org_id, IN $ids");
    CHECK(find_step(world.plan("MATCH (n:Org) WHERE n.id > 3 AND n.id <= 5 RETURN n"),
                    "NodeIndexSeek") == "(n:Org) (id) of org_id, > 3 and <= 5");
    CHECK(find_step(world.plan("MATCH (n:Org) WHERE n.country = 'VN' AND n.name STARTS WITH 'a' "
                               "RETURN n"),
                    "NodeIndexSeek") ==
          "(n:Org) (country, name) of org_name, = 'VN', STARTS WITH 'a'");
    CHECK(find_step(world.plan("MATCH ()-[r:KNOWS {since: 7}]->() RETURN r"),
                    "RelationshipIndexSeek") == "[r:KNOWS] (since) of since, = 7");
    CHECK(find_step(world.plan("UNWIND [1, 2] AS i MATCH (n:Org {id: i}) RETURN n"),
                    "NodeIndexUniqueSeek") == "(n:Org) (id) of org_id, = i");
    CHECK(find_step(world.plan("MATCH (n) WHERE n:Org AND n.id = 1 RETURN n"),
                    "NodeIndexUniqueSeek") == "(n:Org) (id) of org_id, = 1");
    CHECK(find_step(world.plan("MATCH (n) WHERE (n:Org OR n:Person) AND n.id = 1 RETURN n"),
                    "NodeIndexUniqueSeek") == "");
    CHECK(find_step(world.plan("MERGE (n:Org {id: 1})"), "NodeIndexUniqueSeek") ==
          "(n:Org) (id) of org_id, = 1");
}

TEST_CASE("Plans scan where no index helps", "[index_plan]") {
    IndexedWorld world;
    for (const auto* text :
         {"MATCH (n:Org) WHERE n.name = 'x' RETURN n",
          "MATCH (n:Org) WHERE n.id = n.other RETURN n", "MATCH (n:Org) WHERE n.id <> 1 RETURN n",
          "MATCH (n:Org) WHERE n.id = rand() RETURN n",
          "MATCH (n:Org) WHERE n.id = 1 OR n.name = 'x' RETURN n"}) {
        CAPTURE(text);
        CHECK_FALSE(find_step(world.plan(text), "NodeByLabelScan").empty());
    }
}

TEST_CASE("A search begins where an index finds least", "[index_plan]") {
    IndexedWorld world;
    const auto plan = world.plan("MATCH (p:Person)<-[:KNOWS]-(n:Org {id: 1}) RETURN p");
    CHECK_FALSE(find_step(plan, "NodeIndexUniqueSeek").empty());
    CHECK(find_step(plan, "NodeByLabelScan").empty());
}

TEST_CASE("An order is served by the index", "[index_plan]") {
    IndexedWorld world;
    const auto ordered = [&world](const std::string& text) {
        const auto plan = world.plan(text);
        return find_step(plan, "Sort").empty() && find_step(plan, "Top").empty();
    };
    CHECK(ordered("MATCH (n:Org) WHERE n.id > 3 RETURN n.id ORDER BY n.id LIMIT 3"));
    CHECK(ordered("MATCH (n:Org) WHERE n.id > 3 RETURN n.id AS id ORDER BY id DESC"));
    CHECK(ordered("MATCH (n:Org) WHERE n.id > 3 WITH n AS m RETURN m ORDER BY m.id"));
    CHECK(ordered("MATCH (n:Org {country: 'VN'}) RETURN n ORDER BY n.name"));
    CHECK(ordered("MATCH (n:Org {country: 'VN'}) RETURN n ORDER BY n.country, n.name"));
    CHECK_FALSE(ordered("MATCH (n:Org) RETURN n.id ORDER BY n.id"));
    CHECK_FALSE(ordered("MATCH (n:Org) WHERE n.id > 3 RETURN n.id ORDER BY n.name"));
    CHECK_FALSE(ordered("MATCH (n:Org) WHERE n.id IN [1, 2] RETURN n.id ORDER BY n.id"));
    CHECK_FALSE(ordered("MATCH (n:Org {country: 'VN'}) RETURN n ORDER BY n.country, n.name DESC"));
    CHECK_FALSE(ordered("UNWIND [1, 2] AS i MATCH (n:Org) WHERE n.id > i RETURN n ORDER BY n.id"));
}
