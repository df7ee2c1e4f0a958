#include "server/shell/candidate_list.h"

#include <catch2/catch.hpp>

using namespace lintas::server;

TEST_CASE("A word is completed as far as its candidates agree", "[server][shell]") {
    CHECK(completed_word("MAT", {"MATCH"}) == "MATCH");
    CHECK(completed_word("to", {"toFloat(", "toFloatList("}) == "toFloat");
    CHECK(completed_word("inst", {"Institution"}) == "Institution");
    CHECK(completed_word("n.", {"n.name", "n.id"}) == "n.");
    CHECK(completed_word("x", {}) == "x");
}

TEST_CASE("Letters of several bytes are not parted", "[server][shell]") {
    CHECK(completed_word("", {"\u0E01", "\u0E02"}).empty());
    CHECK(completed_word("", {"a\u0E01", "a\u0E02"}) == "a");
}

TEST_CASE("Back-quotes before some candidates take nothing away from the word", "[server][shell]") {
    CHECK(completed_word("F", {"`Field of study`", "Film"}) == "F");
    CHECK(completed_word("Fie", {"`Field of study`"}) == "`Field of study`");
}

TEST_CASE("Candidates are listed in columns, down before right", "[server][shell]") {
    CHECK(candidate_list({"a", "bb", "c", "d", "e"}, 6) == "a   d\nbb  e\nc\n");
    CHECK(candidate_list({"a", "bb"}, 1) == "a\n…\n");
    CHECK(candidate_list({"東京", "b"}, 20) == "東京  b\n");
}

TEST_CASE("A long list is cut", "[server][shell]") {
    const std::vector<std::string> many(130, "x");
    CHECK(candidate_list(many, 80).ends_with("... and 30 more\n"));
}
