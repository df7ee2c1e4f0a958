#include "server/shell/complete_command.h"

#include "temporary_folder.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace lintas::server;
using Texts = std::vector<std::string>;

TEST_CASE("Commands are completed", "[server][shell]") {
    CHECK(is_command_line("  :he"));
    CHECK(!is_command_line("MATCH (n:"));
    CHECK(complete_command(":he").completion.candidates == Texts{":help"});
    CHECK(complete_command(":exp").completion.begin == 0);
    CHECK(complete_command(":param").completion.candidates == Texts{":param", ":params"});
    CHECK(complete_command(":help rol").completion.candidates == Texts{"rollback"});
    CHECK(complete_command(":begin x").completion.candidates.empty());
    CHECK(complete_command(":nonsense x").completion.candidates.empty());
}

TEST_CASE("What follows :explain is left to the engine", "[server][shell]") {
    const auto command = complete_command(":explain MAT");
    CHECK(command.takes_statement);
    CHECK(command.completion.begin == 9);
}

TEST_CASE("Files are completed", "[server][shell]") {
    const lintas::testing::TemporaryFolder folder;
    std::ofstream{folder.path() / "first.cypher"};
    std::filesystem::create_directory(folder.path() / "further");
    const auto base = folder.path().string();
    CHECK(complete_command(":source " + base + "/f").completion.candidates ==
          Texts{base + "/first.cypher", base + "/further/"});
    CHECK(complete_command(":source /nothing/there").completion.candidates.empty());
}
