// Names that the graph does not have are pointed out, unless the statement makes them.
#include "graph/memory_store.h"
#include "query/engine.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::query;

namespace {

// What a query is told about names, one sentence a line.
std::string notes_of(Engine& engine, const std::string& text) {
    const auto cursor = engine.run(text, {});
    std::string notes;
    for (const auto& notification : cursor->summary().notifications)
        notes += notification.description + "\n";
    return notes;
}

} // namespace

TEST_CASE("A label or type that the graph does not have is pointed out", "[notifications]") {
    const auto store = make_memory_store();
    Engine engine{*store};
    engine.run("CREATE (:Country)-[:NEAR]->(:Country)", {});
    CHECK(notes_of(engine, "MATCH (n:Country)-[:NEAR]->() RETURN n") == "");
    CHECK(notes_of(engine, "MATCH (n:Contry) RETURN n") ==
          "The graph does not know `Contry`; did you mean `Country`?\n");
    CHECK(notes_of(engine, "MATCH (n:country) RETURN n") ==
          "The graph does not know `country`; did you mean `Country`?\n");
    CHECK(notes_of(engine, "MATCH ()-[:XYZ]->() RETURN 1") == "The graph does not know `XYZ`\n");
}

TEST_CASE("What a statement makes is not pointed out behind it", "[notifications]") {
    const auto store = make_memory_store();
    Engine engine{*store};
    CHECK(notes_of(engine, "CREATE (:A)-[:R]->(:B) WITH 1 AS x MATCH (:A)-[:R]->(:B) RETURN x") ==
          "");
    CHECK(notes_of(engine, "MERGE (:C)-[:S]->(:D)") == "");
    CHECK(notes_of(engine, "MATCH (a:A) SET a:E WITH a MATCH (e:E) RETURN e") == "");
    CHECK(notes_of(engine, "MATCH (f:F) CREATE (:F)") == "The graph does not know `F`\n");
}
