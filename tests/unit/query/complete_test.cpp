#include "query/complete.h"

#include "graph/memory_store.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lintas;
using namespace lintas::query;

namespace {

using Texts = std::vector<std::string>;

Completion completion_of(std::string_view text) {
    const auto store = make_memory_store();
    const auto transaction = store->begin();
    for (const auto* label : {"Institution", "Country", "Field of study"})
        transaction->label(label);
    for (const auto* type : {"LOCATED_IN", "PARTICIPATES_IN"}) transaction->type(type);
    const auto name = transaction->key("name");
    const auto country = transaction->create_node(std::vector{transaction->label("Country")});
    transaction->set_property(country, name, "Laos");
    const auto relationship =
        transaction->create_relationship(country, transaction->type("LOCATED_IN"), country);
    transaction->set_property(relationship, transaction->key("nativeName"), "x");
    transaction->key("id");
    transaction->commit();
    return complete(text, *store->snapshot(), Procedures{}, {{"me", 1}, {"them", 2}});
}

Texts candidates(std::string_view text) { return completion_of(text).candidates; }

bool offers(std::string_view text, std::string_view candidate) {
    const auto all = candidates(text);
    return std::ranges::find(all, candidate) != all.end();
}

} // namespace

TEST_CASE("Words of the language are completed, in small letters for who writes so",
          "[query][complete]") {
    CHECK(candidates("MAT") == Texts{"MATCH"});
    CHECK(candidates("mat") == Texts{"match"});
    CHECK(candidates("MATCH (n) RETURN n ORD") == Texts{"ORDER"});
    CHECK(completion_of("MATCH (n) RETURN n ORD").begin == 19);
    CHECK(offers("RETURN 1; MAT", "MATCH"));
}

TEST_CASE("Functions and aggregates come with their parenthesis", "[query][complete]") {
    CHECK(candidates("RETURN toUpp") == Texts{"toUpper("});
    CHECK(candidates("RETURN percentileC") == Texts{"percentileCont("});
    CHECK(offers("RETURN ran", "rand()"));
    CHECK(candidates("RETURN date.trunc") == Texts{"date.truncate("});
    CHECK(completion_of("RETURN date.trunc").begin == 7);
}

TEST_CASE("Labels are offered where a node has its colon", "[query][complete]") {
    CHECK(candidates("MATCH (n:") == Texts{"`Field of study`", "Country", "Institution"});
    CHECK(candidates("MATCH (n:inst") == Texts{"Institution"});
    CHECK(candidates("MATCH (:Country|I") == Texts{"Institution"});
    CHECK(candidates("MATCH (n IS Co") == Texts{"Country"});
    CHECK(candidates("MATCH (n:!(Country&F") == Texts{"`Field of study`"});
    CHECK(candidates("CALL { MATCH (n:Cou") == Texts{"Country"});
    CHECK(offers("MATCH (n) WHERE n:Inst", "Institution"));
}

TEST_CASE("Types are offered between a relationship's brackets", "[query][complete]") {
    CHECK(candidates("MATCH (a)-[:") == Texts{"LOCATED_IN", "PARTICIPATES_IN"});
    CHECK(candidates("MATCH (a)<-[r:LOCATED_IN|p") == Texts{"PARTICIPATES_IN"});
}

TEST_CASE("Keys are offered behind a dot and in maps", "[query][complete]") {
    CHECK(candidates("MATCH (n) RETURN n.na") == Texts{"n.name", "n.nativeName"});
    CHECK(candidates("MATCH (n {na") == Texts{"name", "nativeName"});
    CHECK(candidates("MATCH (n {name: 1, i") == Texts{"id"});
    CHECK(candidates("MATCH (n) RETURN n {.na") == Texts{"name", "nativeName"});
    CHECK(candidates("MATCH (date) RETURN date.na") == Texts{"date.name", "date.nativeName"});
    CHECK(candidates("RETURN f(x)[0].i") == Texts{"id"});
}

TEST_CASE("Of an entity whose label or type is said, its own keys are offered",
          "[query][complete]") {
    CHECK(candidates("MATCH (n:Country) RETURN n.") == Texts{"n.name"});
    CHECK(candidates("MATCH (n:Country|Institution) RETURN n.na") == Texts{"n.name"});
    CHECK(candidates("MATCH ()-[r:LOCATED_IN]->() RETURN r.na") == Texts{"r.nativeName"});
    CHECK(candidates("MATCH (n:Country {") == Texts{"name"});
    CHECK(candidates("MATCH (:Country {name: 1, n") == Texts{"name"});
    CHECK(candidates("MATCH ()-[:LOCATED_IN {") == Texts{"nativeName"});
    CHECK(candidates("MATCH (n:Country) RETURN n {.") == Texts{"name"});
    CHECK(candidates("MATCH (n:Institution) RETURN n.na") == Texts{"n.name", "n.nativeName"});
    CHECK(candidates("MATCH (n:Unheard) RETURN n.i") == Texts{"n.id"});
}

TEST_CASE("A map's values and a subquery's clauses are no keys", "[query][complete]") {
    CHECK(offers("MATCH (n {name: toUp", "toUpper("));
    CHECK(offers("RETURN COUNT { MAT", "MATCH"));
    CHECK(offers("MATCH (n) CALL (n) { WIT", "WITH"));
}

TEST_CASE("Procedures are offered behind CALL, their columns behind YIELD", "[query][complete]") {
    CHECK(candidates("CALL db.lab") == Texts{"db.labels()"});
    CHECK(completion_of("CALL db.lab").begin == 5);
    CHECK(candidates("CALL db.labels() YIELD ") == Texts{"label"});
    CHECK(candidates("CALL dbms.components() YIELD name, ver") == Texts{"versions"});
    CHECK(candidates("CALL dbms.components() YIELD name AS v").empty());
}

TEST_CASE("What the text has named comes first", "[query][complete]") {
    CHECK(candidates("MATCH (nail:Country)-[n:LOCATED_IN]->() RETURN ") == Texts{"nail", "n"});
    const auto all = candidates("MATCH (nail:Country) RETURN na");
    CHECK(all.front() == "nail");
    CHECK(all.size() > 1);
    CHECK(candidates("MATCH (x {name: 1}) RETURN ") == Texts{"x"});
}

TEST_CASE("Parameters are offered behind a dollar", "[query][complete]") {
    CHECK(candidates("RETURN $") == Texts{"$me", "$them"});
    CHECK(candidates("RETURN $t") == Texts{"$them"});
}

TEST_CASE("Nothing is offered in strings, comments and for new names", "[query][complete]") {
    CHECK(candidates("RETURN 'MAT").empty());
    CHECK(candidates("RETURN 1 // MAT").empty());
    CHECK(candidates("RETURN 1 /* MAT").empty());
    CHECK(candidates("RETURN 1 AS na").empty());
    CHECK(candidates("RETURN 12").empty());
    CHECK(candidates("RETURN [x IN xs | MAT") == Texts{"MATCH"});
}

TEST_CASE("Every beginning and every rest of a query can be completed", "[query][complete]") {
    constexpr std::string_view query =
        "MATCH (a:Country|!Institution {name: $me, id: [1, 2.5]})-[r:LOCATED_IN*1..3]->(`b c`), "
        "p = shortestPath((a)--()) WHERE a.name =~ '.*' AND EXISTS { (a)--(:Country) } /* ; */ "
        "CALL (a) { WITH a {.name, x: 1} AS m RETURN m } CALL db.labels() YIELD label AS l "
        "RETURN date.truncate('day', a.id).year, COUNT { MATCH (n) } ; // end";
    for (std::size_t at = 0; at <= query.size(); ++at) {
        for (const auto text : {query.substr(0, at), query.substr(at), query.substr(at, 9)}) {
            const auto [begin, found] = completion_of(text);
            CHECK(begin <= text.size());
        }
    }
}
