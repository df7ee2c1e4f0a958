// PROFILE: rows, store hits and time of each step of the plan.
#include "graph/memory_store.h"
#include "query/engine.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace lintas;
using namespace lintas::query;

namespace {

void drain(Cursor& cursor) {
    for (std::vector<Value> row; cursor.next(row);) {
    }
}

const PlanDescription* find_described(const PlanDescription& plan, std::string_view name) {
    if (plan.operator_name == name) return &plan;
    for (const auto& child : plan.children)
        if (const auto* found = find_described(child, name)) return found;
    return nullptr;
}

// A plan whose every step was measured.
void check_measured(const PlanDescription& plan) {
    CHECK(plan.measured);
    for (const auto& child : plan.children) check_measured(child);
}

class ProfiledGraph {
public:
    ProfiledGraph() {
        drain(*engine_.run("UNWIND range(1, 10) AS i CREATE (:A {v: i})-[:T]->(:B {v: i % 2})"));
    }
    PlanDescription profile(const std::string& query) {
        const auto cursor = engine_.run("PROFILE " + query);
        drain(*cursor);
        CHECK(cursor->summary().profiled);
        REQUIRE(cursor->summary().plan);
        check_measured(*cursor->summary().plan);
        return *cursor->summary().plan;
    }
    Engine& engine() { return engine_; }

private:
    std::unique_ptr<Store> store_ = make_memory_store();
    Engine engine_{*store_};
};

} // namespace

TEST_CASE("PROFILE counts the rows that each step gives", "[engine][profile]") {
    ProfiledGraph graph;
    const auto plan = graph.profile("MATCH (a:A) WHERE a.v > 4 RETURN a.v AS v");
    CHECK(plan.measured->rows == 6);
    const auto* scan = find_described(plan, "NodeByLabelScan");
    REQUIRE(scan != nullptr);
    CHECK(scan->measured->rows == 10);
    CHECK(scan->measured->store_hits == 10);
    const auto* filter = find_described(plan, "Filter");
    REQUIRE(filter != nullptr);
    CHECK(filter->measured->rows == 6);
    CHECK(filter->measured->store_hits == 10);
}

TEST_CASE("PROFILE counts what subqueries do for all rows", "[engine][profile]") {
    ProfiledGraph graph;
    const auto plan = graph.profile(
        "MATCH (a:A) CALL (a) { MATCH (a)-[:T]->(b) RETURN b.v AS v ORDER BY v LIMIT 1 } RETURN v");
    const auto* expand = find_described(plan, "ExpandAll");
    REQUIRE(expand != nullptr);
    CHECK(expand->measured->rows == 10);
    CHECK(expand->measured->store_hits == 20);
}

TEST_CASE("PROFILE runs a statement that changes the graph", "[engine][profile]") {
    ProfiledGraph graph;
    const auto plan = graph.profile("MATCH (a:A) SET a.v = 0");
    const auto* set = find_described(plan, "SetProperties");
    REQUIRE(set != nullptr);
    CHECK(set->measured->rows == 10);
    std::vector<Value> row;
    REQUIRE(graph.engine().run("MATCH (a:A) RETURN sum(a.v)")->next(row));
    CHECK(row[0].integer() == 0);
}

TEST_CASE("PROFILE counts what parts that commit by themselves do", "[engine][profile]") {
    ProfiledGraph graph;
    const auto plan = graph.profile("MATCH (a:A) CALL (a) { CREATE (:C {v: a.v}) } "
                                    "IN TRANSACTIONS OF 3 ROWS");
    const auto* parts = find_described(plan, "InTransactions");
    REQUIRE(parts != nullptr);
    CHECK(parts->measured->rows == 10);
    const auto* create = find_described(plan, "Create");
    REQUIRE(create != nullptr);
    CHECK(create->measured->rows == 10);
    std::vector<Value> row;
    REQUIRE(graph.engine().run("MATCH (c:C) RETURN count(c)")->next(row));
    CHECK(row[0].integer() == 10);
}

TEST_CASE("A statement without PROFILE has no plan in its summary", "[engine][profile]") {
    ProfiledGraph graph;
    const auto cursor = graph.engine().run("MATCH (a:A) RETURN a");
    drain(*cursor);
    CHECK_FALSE(cursor->summary().plan);
    CHECK_FALSE(cursor->summary().profiled);
}
