#include "parsed_query.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::query::syntax;
using lintas::testing::error_of;
using lintas::testing::reprinted;

namespace {

Pattern pattern(const std::string& text) {
    auto statement = parse("MATCH " + text + " RETURN 1");
    auto& clause = std::get<Query>(statement.form).parts[0].clauses[0];
    return std::move(std::get<Match>(clause.form).pattern);
}

std::string reprinted_pattern(const std::string& text) {
    const auto result = reprinted("MATCH " + text + " RETURN 1");
    return result.substr(6, result.size() - 6 - 9);
}

const RelationshipPattern& relationship(const Pattern& pattern) {
    return std::get<RelationshipPattern>(pattern.paths[0].elements.at(1));
}

ErrorDetail pattern_error(const std::string& text) {
    const auto error = error_of("MATCH " + text + " RETURN 1");
    return error ? error->detail() : ErrorDetail::None;
}

} // namespace

TEST_CASE("Arrows point left, right or either way", "[syntax][pattern]") {
    CHECK(relationship(pattern("(a)-->(b)")).arrow == ArrowKind::Right);
    CHECK(relationship(pattern("(a)<--(b)")).arrow == ArrowKind::Left);
    CHECK(relationship(pattern("(a)--(b)")).arrow == ArrowKind::Either);
    CHECK(relationship(pattern("(a)<-->(b)")).arrow == ArrowKind::Either);
    CHECK(relationship(pattern("(a) < - [ r ] - (b)")).arrow == ArrowKind::Left);
    CHECK(relationship(pattern("(a)⟨—[r]—(b)")).arrow == ArrowKind::Left);
    CHECK(relationship(pattern("(a)−−⟩(b)")).arrow == ArrowKind::Right);
}

TEST_CASE("Nodes and relationships have all their parts", "[syntax][pattern]") {
    CHECK(reprinted_pattern("(n:A:B {x: 1} WHERE n.y > 2)") == "(n:A&B {x: 1} WHERE n.y > 2)");
    CHECK(reprinted_pattern("(IS A), (n IS A&!B|%), ($p), (n $p)") ==
          "(:A), (n:(A&!B)|%), ( $p), (n $p)");
    CHECK(reprinted_pattern("()-[r:A|:B|C*1..2 {x: 1} WHERE r.y]->()") ==
          "()-[r:A|B|C*1..2 {x: 1} WHERE r.y]->()");
}

TEST_CASE("WHERE and IS are variables where nothing follows for them", "[syntax][pattern]") {
    CHECK(reprinted_pattern("(where), (is), (where:A), (is {x: 1})") ==
          "(`where`), (`is`), (`where`:A), (`is` {x: 1})");
    CHECK(reprinted_pattern("(where WHERE where.x)") == "(`where` WHERE `where`.x)");
    CHECK(reprinted_pattern("(is IS is)") == "(`is`:is)");
    CHECK(reprinted_pattern("(WHERE n.x), ()-[WHERE r.x]-()") ==
          "( WHERE n.x), ()-[ WHERE r.x]-()");
}

TEST_CASE("Old lengths begin at 1 and new ones as they say", "[syntax][pattern]") {
    struct Row {
        const char* text;
        std::uint64_t lower;
        std::optional<std::uint64_t> upper;
        bool gql;
    };
    for (const auto& [text, lower, upper, gql] :
         {Row{"-[*]-", 1, {}, false}, Row{"-[*2]-", 2, 2, false}, Row{"-[*1..3]-", 1, 3, false},
          Row{"-[*..3]-", 1, 3, false}, Row{"-[*0..]-", 0, {}, false}, Row{"-[*..]-", 1, {}, false},
          Row{"--+", 1, {}, true}, Row{"-[:T]->*", 0, {}, true}, Row{"--{2}", 2, 2, true},
          Row{"--{1,3}", 1, 3, true}, Row{"--{,3}", 0, 3, true}, Row{"--{1,}", 1, {}, true}}) {
        INFO(text);
        const auto whole = pattern("(a)" + std::string{text} + "(b)");
        const auto& repetition = relationship(whole).repetition;
        REQUIRE(repetition);
        CHECK(repetition->lower == lower);
        CHECK(repetition->upper == upper);
        CHECK(repetition->gql == gql);
    }
}

TEST_CASE("Lengths that are none are refused", "[syntax][pattern]") {
    CHECK(pattern_error("(a)-[:T..]->(b)") == ErrorDetail::InvalidRelationshipPattern);
    CHECK(pattern_error("(a)-[:T*-2]->(b)") == ErrorDetail::InvalidRelationshipPattern);
    CHECK(pattern_error("(a)-[*1..3]-{2}(b)") == ErrorDetail::InvalidRelationshipPattern);
    CHECK(pattern_error("(a)--{}(b)") == ErrorDetail::InvalidRelationshipPattern);
    CHECK(pattern_error("(a)-[*1.5]-(b)") == ErrorDetail::InvalidRelationshipPattern);
    CHECK(pattern_error("(a)-[*99999999999999999999]-(b)") == ErrorDetail::IntegerOverflow);
}

TEST_CASE("Paths have selectors and modes", "[syntax][pattern]") {
    const auto selector = [](const std::string& text) {
        return pattern(text + " (a)-->(b)").paths[0].selector->kind;
    };
    CHECK(selector("ALL") == SelectorKind::All);
    CHECK(selector("ANY") == SelectorKind::Any);
    CHECK(selector("ANY 3 PATHS") == SelectorKind::Any);
    CHECK(selector("p = ANY SHORTEST") == SelectorKind::Shortest);
    CHECK(selector("SHORTEST 2") == SelectorKind::Shortest);
    CHECK(selector("SHORTEST $k PATHS") == SelectorKind::Shortest);
    CHECK(selector("ALL SHORTEST") == SelectorKind::AllShortest);
    CHECK(selector("SHORTEST 2 TRAIL PATHS GROUPS") == SelectorKind::ShortestGroups);
    CHECK(selector("SHORTEST GROUP") == SelectorKind::ShortestGroups);
    CHECK(pattern("SIMPLE PATH (a)-->(b)").paths[0].mode == PathMode::Simple);
    CHECK(pattern("ANY WALK (a)-->(b)").paths[0].mode == PathMode::Walk);
    CHECK_FALSE(pattern("any = (a)-->(b)").paths[0].selector);
}

TEST_CASE("Paths may stand in parentheses and repeat", "[syntax][pattern]") {
    const auto whole = pattern("(a) ((x)-[r]->(y) WHERE r.w > 1){1,3} (b)--(c)");
    const auto& elements = whole.paths[0].elements;
    REQUIRE(elements.size() == 5);
    const auto& inner = std::get<ParenthesizedPath>(elements[1]);
    CHECK(inner.where);
    CHECK(inner.repetition->upper == 3);
    CHECK(inner.path->elements.size() == 3);
    CHECK(reprinted_pattern("(p = (a)-->(b) WHERE length(p) > 3)") ==
          "(p = (a)-->(b) WHERE length(p) > 3)");
    CHECK(reprinted_pattern("((a)--(b))+ ((c)--(d))*") == "((a)--(b)){1,} ((c)--(d)){0,}");
    CHECK(reprinted_pattern("(TRAIL (a)-->(b))") == "(TRAIL (a)-->(b))");
}

TEST_CASE("Nodes side by side need a relationship", "[syntax][pattern]") {
    CHECK(pattern_error("(a) (b)") == ErrorDetail::UnexpectedSyntax);
    CHECK(pattern_error("(a)-->((b)-->(c))") == ErrorDetail::UnexpectedSyntax);
    CHECK(pattern_error("(a)-(b)") == ErrorDetail::UnexpectedSyntax);
    CHECK(pattern_error("(a)->(b)") == ErrorDetail::UnexpectedSyntax);
    CHECK(pattern_error("(a)-->") == ErrorDetail::UnexpectedSyntax);
}

TEST_CASE("Functions of shortest paths hold one path", "[syntax][pattern]") {
    CHECK(pattern("p = shortestPath((a)-[*]-(b))").paths[0].shortest ==
          ShortestFunction::ShortestPath);
    CHECK(pattern("allShortestPaths((a)-[*]-(b))").paths[0].shortest ==
          ShortestFunction::AllShortestPaths);
    CHECK(pattern_error("shortestPath((a)-[*]-(b)") == ErrorDetail::UnexpectedSyntax);
}

TEST_CASE("Match modes stand before the paths", "[syntax][pattern]") {
    CHECK(pattern("REPEATABLE ELEMENTS (a)--(b)").match_mode == MatchMode::RepeatableElements);
    CHECK(pattern("REPEATABLE ELEMENT BINDINGS (a)--(b)").match_mode ==
          MatchMode::RepeatableElements);
    CHECK(pattern("DIFFERENT RELATIONSHIPS (a)--(b)").match_mode ==
          MatchMode::DifferentRelationships);
    CHECK_FALSE(pattern("repeatable = (a)--(b)").match_mode);
}
