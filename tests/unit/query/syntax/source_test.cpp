#include "query/syntax/source.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::query::syntax;

namespace {

std::string drawn(std::string_view text, Span span) {
    const Error error{ErrorCode::Syntax, "Wrong", span};
    return render(error, text);
}

} // namespace

TEST_CASE("Places are counted in characters from 1", "[syntax][source]") {
    const std::string_view text = "RETURN 'é'\nAS x";
    CHECK(place_of(text, 0).line == 1);
    CHECK(place_of(text, 0).column == 1);
    CHECK(place_of(text, 10).column == 10);
    CHECK(place_of(text, 12).line == 2);
    CHECK(place_of(text, 12).column == 1);
    CHECK(place_of(text, 1000).column == 5);
}

TEST_CASE("An error without a span is only its sentence", "[syntax][source]") {
    CHECK(render(Error{ErrorCode::Syntax, "Wrong"}, "RETURN 1") == "Wrong");
}

TEST_CASE("Carets stand under the span", "[syntax][source]") {
    CHECK(drawn("RETURN nope(1)", {7, 11}) == "Wrong\n"
                                              "  1 | RETURN nope(1)\n"
                                              "             ^^^^");
    CHECK(drawn("MATCH (n)\nRETURN m\n", {17, 18}) == "Wrong\n"
                                                      "  2 | RETURN m\n"
                                                      "             ^");
}

TEST_CASE("The end of the text can be pointed at", "[syntax][source]") {
    CHECK(drawn("RETURN", {6, 6}) == "Wrong\n"
                                     "  1 | RETURN\n"
                                     "            ^");
    CHECK(drawn("", {0, 0}) == "Wrong\n"
                               "  1 | \n"
                               "      ^");
    CHECK(drawn("RETURN", {60, 70}) == drawn("RETURN", {6, 6}));
}

TEST_CASE("A span over several lines marks the first", "[syntax][source]") {
    CHECK(drawn("RETURN (1 +\r\n 2)", {7, 16}) == "Wrong\n"
                                                  "  1 | RETURN (1 +\n"
                                                  "             ^^^^");
}

TEST_CASE("Carets follow tabs, wide characters and marks", "[syntax][source]") {
    CHECK(drawn("\tRETURN x", {8, 9}) == "Wrong\n"
                                         "  1 |     RETURN x\n"
                                         "                 ^");
    CHECK(drawn("'日本' x", {9, 10}) == "Wrong\n"
                                        "  1 | '日本' x\n"
                                        "             ^");
    CHECK(drawn("'e\u0301' x", {6, 7}) == "Wrong\n"
                                          "  1 | 'e\u0301' x\n"
                                          "          ^");
}

TEST_CASE("What a terminal could take amiss is replaced", "[syntax][source]") {
    CHECK(drawn("'\x1B[2J' x", {7, 8}) == "Wrong\n"
                                          "  1 | '\uFFFD[2J' x\n"
                                          "             ^");
    CHECK(drawn("a\xFF x", {1, 2}) == "Wrong\n"
                                      "  1 | a\uFFFD x\n"
                                      "       ^");
}

TEST_CASE("Long lines are cut around the span", "[syntax][source]") {
    const auto filler = std::string(60, 'a');
    CHECK(drawn(filler + " x " + filler + filler, {61, 62}) ==
          "Wrong\n"
          "  1 | ..." +
              std::string(39, 'a') + " x " + std::string(58, 'a') + "...\n" +
              std::string(6 + 3 + 40, ' ') + "^");
    CHECK(drawn(filler + " x", {61, 62}) == "Wrong\n"
                                            "  1 | " +
                                                filler + " x\n" + std::string(6 + 61, ' ') + "^");
    const std::string long_line(1'000'000, 'a');
    CHECK(drawn(long_line, {500'000, 900'000}) == "Wrong\n"
                                                  "  1 | ..." +
                                                      std::string(100, 'a') + "...\n" +
                                                      std::string(6 + 3 + 40, ' ') +
                                                      std::string(60, '^'));
}
