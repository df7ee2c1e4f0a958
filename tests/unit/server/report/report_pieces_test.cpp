#include "graph/error.h"
#include "server/report/cells.h"
#include "server/report/parameters.h"
#include "server/report/sha256.h"
#include "server/report/template.h"
#include "server/report/texts.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::report;

TEST_CASE("SHA-256 is that of FIPS 180-4", "[report]") {
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("Numbers are written for people", "[report]") {
    CHECK(grouped(0) == "0");
    CHECK(grouped(-1234567) == "-1,234,567");
    CHECK(grouped(-123) == "-123");
    CHECK(percent(0.5) == "50 %");
    CHECK(percent(0.0123) == "1.2 %");
    CHECK(percent(0) == "0 %");
    CHECK(percent(-3e-18) == "0 %");
    CHECK(percent(0.0004) == "< 0.1 %");
    CHECK(decimal(0.0001) == "< 0.001");
    CHECK(decimal(-0.0001) == "> -0.001");
    CHECK(decimal(0.25) == "0.250");
    CHECK(decimal(12.34) == "12.3");
    CHECK(decimal(12345) == "12,345");
}

TEST_CASE("Cells say what is not known, and long lists how much is left", "[report]") {
    const Texts texts{{},
                      {{"cell.none", "–"},
                       {"cell.yes", "yes"},
                       {"cell.no", "no"},
                       {"cell.more", " and {count} more"},
                       {"value.verdict.gap", "a gap"},
                       {"value.researchers.null", "few"}}};
    CHECK(cell("x", Value{}, texts).text == "–");
    CHECK(cell("researchers", Value{}, texts).text == "few");
    CHECK(cell("verdict", "gap", texts).text == "a gap");
    CHECK(cell("verdict", "else", texts).text == "else");
    CHECK(cell("toYear", 2021, texts).text == "2021");
    CHECK(cell("share", 0.5, texts).text == "50 %");
    CHECK(cell("x", Value{List{1, 2, 3, 4, 5, 6, 7}}, texts).text == "1, 2, 3, 4, 5 and 2 more");
    CHECK(cell("x", Value{List{}}, texts).text == "–");
    CHECK(cell("x", Map{{"a", 1}, {"b", "c"}}, texts).text == "a 1; b c");
    CHECK(cell("x", 5, texts).is_number);
}

TEST_CASE("What has no name in its source is said to have none", "[report]") {
    const Texts texts{{},
                      {{"any.unnamed", "{unnamed} (no name)"}, {"suggestion.ask", "ask {name}"}}};
    CHECK(cell("partner", Map{{"unnamed", "PIC 5"}}, texts).text == "PIC 5 (no name)");
    CHECK(cell("suggestion", Map{{"ask", "5"}, {"name", "5"}}, texts).text == "ask 5 (no name)");
    CHECK(cell("suggestion", Map{{"ask", "5"}, {"name", "Five"}}, texts).text == "ask Five");
}

TEST_CASE("A query gets the parameters that it names", "[report]") {
    const Map all{{"from", 2016}, {"fromYear", 1}, {"region", "ASEAN"}, {"to", 2025}};
    const auto used = parameters_of("MATCH (n) WHERE n.x = $region AND n.y > $from RETURN n", all);
    CHECK(parameters_json(used) == R"({"from":2016,"region":"ASEAN"})");
    CHECK(command_for("queries/a.cypher", {{"name", "it's"}}) ==
          "lintas query STORE - -p 'name=\"it'\\''s\"' --format csv <queries/a.cypher | sha256sum");
}

TEST_CASE("What a translation lacks is said in English", "[report]") {
    const Texts texts{{{"language", "km"}, {"a", "ក"}},
                      {{"language", "en"}, {"a", "A"}, {"b", "B {x}"}}};
    CHECK(texts.language() == "km");
    CHECK(texts.text("a") == "ក");
    CHECK(texts.text("b", {{"x", "{x}"}}) == "B {x}");
    CHECK_FALSE(texts.find("c"));
    CHECK(texts.all().size() == 3);
    CHECK_THROWS_AS(read_catalogue("[1]", "texts.json"), Error);
    CHECK_THROWS_AS(read_catalogue(R"({"a": 1})", "texts.json"), Error);
    CHECK_THROWS_AS(read_catalogue("{", "texts.json"), Error);
}

TEST_CASE("Templates escape texts, and what is no template is refused", "[report]") {
    const Map data{{"text", "<b> & |"},
                   {"items", Value{List{Map{{"x", "1"}}, Map{{"x", "2"}}}}},
                   {"raw", "<svg/>"},
                   {"no", Value{}}};
    CHECK(render({"t", "{{text}}{{{raw}}}", Escape::Html}, data, {}) == "&lt;b&gt; &amp; |<svg/>");
    CHECK(render({"t", "{{text}}", Escape::Markdown}, data, {}) == "&lt;b> &amp; \\|");
    CHECK(render({"t", "{{#items}}{{>item}}{{/items}}{{#no}}!{{/no}}{{^no}}-{{/no}}", Escape::Html},
                 data, {{"item", "[{{x}}]"}}) == "[1][2]-");
    CHECK_THROWS_AS(render({"t", "{{#items}}", Escape::Html}, data, {}), Error);
}
