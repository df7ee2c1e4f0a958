// Queries broken at random: whatever the text, parse() gives a tree or an Error with a span that
// lies in it, and what parses prints and parses again to the same.
#include "parsed_query.h"
#include "random_seed.h"

#include <catch2/catch.hpp>

#include <array>
#include <random>

using namespace lintas;
using lintas::query::syntax::render;
using lintas::testing::error_of;
using lintas::testing::random_seed;
using lintas::testing::reprinted;

namespace {

constexpr auto queries = std::to_array<std::string_view>({
    "MATCH (o:Org {id: $me})-[c:COLLABORATES*1..3]-(b:Org)<-[:LED_BY]-(:Project) "
    "WHERE c.papers > 3 AND NOT b.country IN ['DE', 'FR'] RETURN DISTINCT b.name AS name, "
    "count(*) ORDER BY name DESC SKIP 2 LIMIT 10",
    "MATCH p = ANY SHORTEST (a)-[:T]->{1,3}(b), ((x)--(y) WHERE x.v = 1)+ RETURN p",
    "UNWIND range(1, 10) AS x WITH x, x % 3 AS y WHERE y <> 0 RETURN [z IN [x, y] WHERE z > 1 | z "
    "^ 2]",
    "MATCH (a) OPTIONAL MATCH (a)-[r]->(b:A|B&!C) RETURN CASE WHEN r IS NULL THEN -1.5e3 ELSE b.x "
    "END",
    "RETURN {a: 1, `b c`: [true, null, 'it\\'s \\u00e9']}.a STARTS WITH \"x\" OR $p.q[1..-2] =~ "
    "'.*'",
    "CREATE (a:X {id: 0x1F})-[:T {w: 0o17}]->(b) SET a.x = 1, a:Y, b += {z: 2} REMOVE a.y, a:X",
    "MERGE (n:A {k: 1}) ON CREATE SET n.c = timestamp() ON MATCH SET n.d = duration.between(n.e, "
    "n.f)",
    "MATCH (n) WHERE EXISTS { (n)-->(m) WHERE m.x } AND COUNT { MATCH (n) RETURN n } > 1 "
    "AND all(x IN n.xs WHERE (x)-->()) RETURN n {.*, .a, b: reduce(s = 0, i IN n.l | s + i)}",
    "CALL (x, y) { MATCH (n) RETURN n.a AS a UNION ALL RETURN 2 AS a } IN 2 CONCURRENT "
    "TRANSACTIONS "
    "OF 10 ROWS ON ERROR CONTINUE REPORT STATUS AS s RETURN s",
    "LOAD CSV WITH HEADERS FROM 'file:///a.csv' AS r FOREACH (k IN keys(r) | CREATE ({k: r[k]}))",
    "CREATE FULLTEXT INDEX i IF NOT EXISTS FOR (n:A|B) ON EACH [n.x, n.y] OPTIONS {a: 1}",
    "MATCH (n) LET a = n.x, b = [(n)--(m) WHERE m:L | m.k] FILTER a IS NOT :: LIST<INT> OR b "
    "RETURN * NEXT FINISH",
    "EXPLAIN CALL db.labels() YIELD label AS l WHERE l CONTAINS 'a' RETURN l // end",
    "MATCH (n) DETACH DELETE n, n.list[0] /* all */",
});

constexpr auto fragments = std::to_array<std::string_view>({
    "(",         ")",     "[",         "]",      "{",       "}",
    "-",         ">",     "<",         "--",     "-->",     "|",
    ":",         "::",    ".",         "..",     ",",       ";",
    "*",         "+",     "=",         "!",      "%",       "&",
    "^",         "'",     "\"",        "`",      "$",       "\\u00",
    "/*",        "//",    "1",         "1.5",    "0x",      "9999999999999999999",
    "NOT ",      " IS ",  " IN ",      "NULL ",  " AND ",   " OR ",
    "CASE ",     " END ", " WHERE ",   "MATCH ", "RETURN ", "ANY ",
    "(a)-->(b)", "x IN ", "EXISTS {",  "é",      "—",       "\xFF",
    "\n",        " ",     "count",     "*..",    "{1,}",    "end",
    "type",      "`a b`", "DISTINCT ",
});

class Mutator {
public:
    explicit Mutator(std::uint32_t seed) : random_{seed} {}

    std::string mutant() {
        std::string text{pick(queries)};
        for (auto changes = 1 + below(6); changes > 0; --changes) change(text);
        return text;
    }

private:
    std::size_t below(std::size_t limit) { return random_() % limit; }

    template <typename Items> std::string_view pick(const Items& items) {
        return items[below(items.size())];
    }

    void change(std::string& text) {
        const auto at = below(text.size() + 1);
        const auto length = std::min(below(8), text.size() - at);
        switch (below(5)) {
        case 0: text.erase(at, length); break;
        case 1: text.insert(at, pick(fragments)); break;
        case 2: text.replace(at, length, pick(fragments)); break;
        case 3: text.insert(at, text.substr(below(text.size() + 1), below(30))); break;
        default: splice(text, at); break;
        }
    }

    // The beginning of this query and the end of another.
    void splice(std::string& text, std::size_t at) {
        const auto other = pick(queries);
        text = text.substr(0, at) + std::string{other.substr(below(other.size()))};
    }

    std::mt19937 random_;
};

// Was it a tree?
bool check_mutant(const std::string& text) {
    if (const auto error = error_of(text)) {
        REQUIRE(error->span());
        REQUIRE(error->span()->begin <= error->span()->end);
        REQUIRE(error->span()->end <= text.size());
        REQUIRE_FALSE(render(*error, text).empty());
        return false;
    }
    const auto printed = reprinted(text);
    REQUIRE(reprinted(printed) == printed);
    return true;
}

} // namespace

TEST_CASE("Broken queries give an error and never a crash", "[syntax][mutation]") {
    const auto seed = random_seed();
    CAPTURE(seed);
    Mutator mutator{seed};
    std::size_t parsed = 0;
    for (int round = 0; round < 5'000; ++round) {
        const auto text = mutator.mutant();
        CAPTURE(text);
        parsed += check_mutant(text) ? 1 : 0;
    }
    CHECK(parsed > 50);
}

TEST_CASE("Every beginning of a query gives an error or a tree", "[syntax][mutation]") {
    for (const auto query : queries) {
        REQUIRE_FALSE(error_of(query));
        for (std::size_t size = 0; size <= query.size(); ++size) {
            const std::string text{query.substr(0, size)};
            CAPTURE(text);
            check_mutant(text);
        }
    }
}
