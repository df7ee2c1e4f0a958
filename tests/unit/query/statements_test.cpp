#include "query/statements.h"

#include "graph/error.h"

#include <catch2/catch.hpp>

#include <string>

using namespace lintas;
using namespace lintas::query;

namespace {

std::vector<std::string> whole(std::string_view text) {
    const auto statements = cut_statements(text);
    return {statements.whole.begin(), statements.whole.end()};
}

std::string rest(std::string_view text) { return std::string{cut_statements(text).rest}; }

} // namespace

TEST_CASE("Semicolons part statements", "[query][statements]") {
    CHECK(whole("RETURN 1; RETURN 2 ;\nRETURN 3;") ==
          std::vector<std::string>{"RETURN 1", "RETURN 2", "RETURN 3"});
    CHECK(whole(";; ;RETURN 1;;") == std::vector<std::string>{"RETURN 1"});
    CHECK(whole("").empty());
}

TEST_CASE("Semicolons in strings, names and comments part nothing", "[query][statements]") {
    CHECK(whole("RETURN 'a;b', \";\", `;`;") ==
          std::vector<std::string>{"RETURN 'a;b', \";\", `;`"});
    CHECK(whole(R"(RETURN 'it\'s;';)") == std::vector<std::string>{R"(RETURN 'it\'s;')"});
    CHECK(whole("RETURN 1 /* ; */ + // ;\n 2;") ==
          std::vector<std::string>{"RETURN 1 /* ; */ + // ;\n 2"});
}

TEST_CASE("What has no semicolon yet is the rest", "[query][statements]") {
    CHECK(rest("RETURN 1; RETURN") == "RETURN");
    CHECK(rest("RETURN 1; ").empty());
    CHECK(rest("MATCH (n)\n").starts_with("MATCH (n)"));
    CHECK(rest("RETURN 'a;") == "RETURN 'a;");
    CHECK(rest("RETURN `a;") == "RETURN `a;");
}

TEST_CASE("Comments alone are no rest once they are closed", "[query][statements]") {
    CHECK(rest("RETURN 1; // done").empty());
    CHECK(rest("/* nothing */").empty());
    CHECK(rest("RETURN 1; /* more; ") == "/* more; ");
    CHECK(whole("// first\nRETURN 1;") == std::vector<std::string>{"RETURN 1"});
}

TEST_CASE("Text that is not UTF-8 has no statements", "[query][statements]") {
    CHECK_THROWS_AS(cut_statements("RETURN '\xFF';"), Error);
}
