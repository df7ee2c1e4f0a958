#include "query_file.h"
#include "temporary_folder.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace lintas::testing;

namespace {

QueryFile parse(const std::string& text) {
    const TemporaryFolder folder;
    const auto path = folder.path() / "some.test";
    std::ofstream{path} << text;
    return read_query_file(path);
}

} // namespace

TEST_CASE("A query file's cases, queries, parameters and answers are told apart",
          "[support][query_file]") {
    const auto file = parse("# About this.\n"
                            "dataset: network\n"
                            "\n"
                            "== the first\n"
                            "parameters: {\"x\": 1}\n"
                            "RETURN\n"
                            "  $x\n"
                            "---- columns, any order\n"
                            "$x\n"
                            "1\n"
                            "++\n"
                            "RETURN\n"
                            "---- error\n"
                            "Text\n"
                            "\n"
                            "== the second\n"
                            "MATCH (n) RETURN n\n"
                            "----\n");
    CHECK(file.dataset == "network");
    REQUIRE(file.cases.size() == 2);
    const auto& [name, line, steps] = file.cases[0];
    CHECK(name == "the first");
    CHECK(line == 4);
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].parameters == "{\"x\": 1}");
    CHECK(steps[0].query == "RETURN\n  $x");
    CHECK(steps[0].expectation.columns);
    CHECK(steps[0].expectation.any_order);
    CHECK(steps[0].answer == std::vector<std::string>{"$x", "1"});
    CHECK(steps[0].answer_begin == 7);
    CHECK(steps[0].answer_end == 10);
    CHECK(steps[1].expectation.error);
    CHECK(steps[1].answer == std::vector<std::string>{"Text"});
    CHECK(file.cases[1].steps.at(0).answer.empty());
}

TEST_CASE("A query file that is cut short says where", "[support][query_file]") {
    CHECK_THROWS_WITH(parse("== a case\nRETURN 1\n"),
                      Catch::Contains(":2: the file has a query without an answer"));
    CHECK_THROWS_WITH(parse("RETURN 1\n"), Catch::Contains("text before its first case"));
    CHECK_THROWS_WITH(parse("== a case\nRETURN 1\n---- rows\n1\n"),
                      Catch::Contains("says nothing about an answer"));
    CHECK_THROWS_WITH(parse("== a case\n----\n1\n"), Catch::Contains("answer without a query"));
}

TEST_CASE("A marker is written as it was read", "[support][query_file]") {
    for (const std::string text :
         {"----", "---- error", "---- any order", "---- columns", "---- columns, any order"})
        CHECK(marker(parse_expectation(text)) == text);
}
