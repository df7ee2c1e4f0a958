#include "graph/near_name.h"

#include <catch2/catch.hpp>

#include <array>

using lintas::find_near_name;

namespace {

constexpr auto words = std::to_array<std::string_view>({"MATCH", "RETURN", "WHERE", "AS", "SET"});

} // namespace

TEST_CASE("A misspelt word finds its neighbour", "[near_name]") {
    CHECK(find_near_name("MTCH", words) == "MATCH");
    CHECK(find_near_name("RETRUN", words) == "RETURN");
    CHECK(find_near_name("were", words) == "WHERE");
    CHECK(find_near_name("MATCHH", words) == "MATCH");
    CHECK(find_near_name("sett", words) == "SET");
}

TEST_CASE("A word that is far from all has no neighbour", "[near_name]") {
    CHECK_FALSE(find_near_name("banana", words));
    CHECK_FALSE(find_near_name("xy", words));
    CHECK_FALSE(find_near_name("x", words));
    CHECK_FALSE(find_near_name("", words));
    CHECK_FALSE(find_near_name(std::string(1000, 'A'), words));
}

TEST_CASE("A word is not its own neighbour", "[near_name]") {
    CHECK_FALSE(find_near_name("MATCH", words));
    CHECK(find_near_name("match", words) == "MATCH");
}

TEST_CASE("A name that begins with the word comes before a nearer one", "[near_name]") {
    constexpr auto names = std::to_array<std::string_view>({"prson", "personnel", "person"});
    CHECK(find_near_name("pers", names) == "person");
    CHECK(find_near_name("per", names) == std::nullopt);
    constexpr auto near = std::to_array<std::string_view>({"sin", "size", "sizes"});
    CHECK(find_near_name("siz", near) == "size");
}
