#include "query/syntax/keyword.h"

#include <catch2/catch.hpp>

using namespace lintas::query::syntax;

TEST_CASE("Every keyword is found by its name", "[syntax][keyword]") {
    for (int code = 1; code <= static_cast<int>(Keyword::Yield); ++code) {
        const auto keyword = static_cast<Keyword>(code);
        CHECK(find_keyword(name(keyword)) == keyword);
    }
}

TEST_CASE("Enumerators and names go together", "[syntax][keyword]") {
    CHECK(name(Keyword::Match) == "MATCH");
    CHECK(name(Keyword::AllShortestPaths) == "ALLSHORTESTPATHS");
    CHECK(name(Keyword::FieldTerminator) == "FIELDTERMINATOR");
    CHECK(name(Keyword::None) == "NONE");
    CHECK(name(Keyword::Unknown).empty());
}

TEST_CASE("Case does not matter and other words are no keywords", "[syntax][keyword]") {
    CHECK(find_keyword("mAtCh") == Keyword::Match);
    CHECK(find_keyword("matches") == Keyword::Unknown);
    CHECK(find_keyword("") == Keyword::Unknown);
    CHECK(find_keyword("a word that is longer than any keyword") == Keyword::Unknown);
}
