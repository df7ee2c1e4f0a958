// Queries that are deep, long or both: an error or a tree, never an exhausted stack.
#include "parsed_query.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::query::syntax;
using lintas::testing::error_of;
using lintas::testing::reprinted;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

// open open ... middle close close ..., `times` deep
std::string nested(std::string_view open, std::string_view middle, std::string_view close,
                   std::size_t times) {
    return repeated(open, times) + std::string{middle} + repeated(close, times);
}

struct Nest {
    const char* before;
    const char* open;
    const char* middle;
    const char* close;
    const char* after;
};

constexpr Nest nests[] = {
    {"RETURN ", "(", "1", ")", ""},
    {"RETURN ", "[", "1", "]", ""},
    {"RETURN ", "{a: ", "1", "}", ""},
    {"RETURN ", "NOT ", "true", "", ""},
    {"RETURN ", "- ", "x", "", ""},
    {"RETURN x", ".a", "", "", ""},
    {"RETURN x", "[0]", "", "", ""},
    {"RETURN x", " IS NULL", "", "", ""},
    {"RETURN x", " IN y", "", "", ""},
    {"RETURN ", "f(", "1", ")", ""},
    {"RETURN ", "x[", "1", "]", ""},
    {"RETURN ", "[x IN ", "y", "]", ""},
    {"RETURN ", "[x IN y | ", "1", "]", ""},
    {"RETURN ", "all(x IN y WHERE ", "1", ")", ""},
    {"RETURN ", "reduce(a = 0, x IN y | ", "1", ")", ""},
    {"RETURN ", "CASE WHEN ", "1", " THEN 1 END", ""},
    {"RETURN ", "n {a: ", "1", "}", ""},
    {"RETURN ", "COUNT { MATCH (n) WHERE ", "1", " }", ""},
    {"RETURN ", "EXISTS { (n WHERE ", "1", ") }", ""},
    {"RETURN ", "[(a)-->(b) | ", "1", "]", ""},
    {"RETURN 1 + (2 * ", "(3 + 4 * ", "1", ")", ")"},
    {"RETURN n:", "(", "A", ")", ""},
    {"RETURN n:", "!", "A", "", ""},
    {"RETURN x IS :: ", "LIST<", "ANY", ">", ""},
    {"MATCH ", "((a)-->(b) ", "((c))", ")", " RETURN 1"},
    {"", "CALL { ", "RETURN 1 AS x", " } RETURN x", ""},
    {"", "FOREACH (x IN y | ", "SET a.b = 1", ")", ""},
    {"", "RETURN 1 AS x NEXT ", "RETURN x", "", ""},
};

} // namespace

TEST_CASE("Sensible nesting is parsed and deep nesting refused", "[syntax][limits]") {
    for (const auto& [before, open, middle, close, after] : nests) {
        INFO(before << open << middle << close << after);
        const auto query = [&](std::size_t times) {
            return before + nested(open, middle, close, times) + after;
        };
        CHECK_FALSE(error_of(query(30)));
        CHECK(reprinted(reprinted(query(30))) == reprinted(query(30)));
        for (const std::size_t times : {1000, 10'000}) {
            const auto error = error_of(query(times));
            REQUIRE(error);
            CHECK(std::string{error->what()}.find("levels deep") != std::string::npos);
            CHECK(error->span());
        }
    }
}

TEST_CASE("Brackets that are never closed are refused", "[syntax][limits]") {
    for (const auto* const open : {"(", "[", "{", "[x IN ", "((", "(a)-[", "CASE ", "EXISTS {"}) {
        INFO(open);
        CHECK(error_of("RETURN " + repeated(open, 10'000)));
        CHECK(error_of("MATCH " + repeated(open, 10'000)));
    }
    CHECK(error_of("RETURN " + repeated("(", 1'000'000)));
}

TEST_CASE("Long flat queries are no deep ones", "[syntax][limits]") {
    for (const auto* const part : {" + 1", " - x", " * 2", " ^ 2", " || 'a'", " AND a", " OR a = b",
                                   " XOR a", " < 1", ", 1", " + (1)", " AND NOT (n.x IN [1, 2])"}) {
        INFO(part);
        const auto query = "RETURN 1" + repeated(part, 5000);
        CHECK(reprinted(reprinted(query)) == reprinted(query));
        CHECK_FALSE(reprinted(query).empty());
    }
    CHECK_FALSE(error_of("RETURN [" + repeated("1, ", 100'000) + "1]"));
    CHECK_FALSE(error_of("RETURN n:A" + repeated("|B", 5000)));
    CHECK_FALSE(error_of("RETURN n:A" + repeated("&B", 5000)));
    CHECK_FALSE(error_of("MATCH (a)" + repeated("-->(b)", 5000) + " RETURN 1"));
    CHECK_FALSE(error_of("RETURN 1 AS x" + repeated(" UNION RETURN 2 AS x", 5000)));
    CHECK_FALSE(error_of(repeated("MATCH (n) ", 5000) + "RETURN 1"));
    CHECK_FALSE(error_of("RETURN CASE" + repeated(" WHEN 1 THEN 2", 5000) + " END"));
}

TEST_CASE("Chains beyond all reason are refused", "[syntax][limits]") {
    for (const auto* const part : {" + 1", " AND a", " = 1"}) {
        const auto error = error_of("RETURN 1" + repeated(part, 20'000));
        REQUIRE(error);
        CHECK(std::string{error->what()}.starts_with("More than 10000 operands"));
    }
}

TEST_CASE("A long run of AND is a shallow tree", "[syntax][limits]") {
    const auto statement = parse("RETURN a" + repeated(" AND a", 4095));
    const auto& clause = std::get<Query>(statement.form).parts[0].clauses[0];
    const auto* node = std::get<Return>(clause.form).projection.items[0].value.get();
    std::size_t depth = 0;
    while (const auto* const both = std::get_if<Binary>(&node->form)) {
        node = both->left.get();
        ++depth;
    }
    CHECK(depth == 12);
}
