#include "server/output/display_width.h"

#include <catch2/catch.hpp>

using namespace lintas::server;

TEST_CASE("Scripts of the region are as wide as terminals show them", "[server][output]") {
    CHECK(display_width("Hanoi") == 5);
    CHECK(display_width("東京大学") == 8);
    CHECK(display_width("ชื่อ") == 2);      // Thai: two letters, two marks above
    CHECK(display_width("ສູນ") == 2);      // Lao: two letters, a mark below
    CHECK(display_width("e\u0301") == 1); // a letter and its accent
    CHECK(display_width("한국") == 4);
}

TEST_CASE("A text that fits is not cut", "[server][output]") {
    CHECK(cut_to_width("Hanoi", 5) == "Hanoi");
    CHECK(cut_to_width("", 1).empty());
}

TEST_CASE("A text that does not fit ends with an ellipsis", "[server][output]") {
    CHECK(cut_to_width("Hanoi", 4) == "Han…");
    CHECK(cut_to_width("Hanoi", 1) == "…");
    CHECK(cut_to_width("東京大学", 6) == "東京…"); // a third would need seven
    CHECK(display_width(cut_to_width("東京大学", 6)) == 5);
}

TEST_CASE("A cut does not part a letter from its marks", "[server][output]") {
    CHECK(cut_to_width("ชื่อชื่อ", 3) == "ชื่อ…");
    CHECK(cut_to_width("ชื่อชื่อ", 2) == "ชื่…");
    CHECK(cut_to_width("ខ្មែរខ្មែរ", 4) == "ខ្មែ…");
    CHECK(cut_to_width("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
    CHECK(cut_to_width("👩‍🔬👩‍🔬", 3) == "…");
}
