#include "graph/symbols.h"

#include <catch2/catch.hpp>

using namespace lintas;

TEST_CASE("Names get dense ids in the order in which they come", "[graph][symbols]") {
    Names<LabelId> names;
    CHECK(names.add("B") == LabelId{0});
    CHECK(names.add("a") == LabelId{1});
    CHECK(names.add("B") == LabelId{0});
    CHECK(names.add("b") == LabelId{2});
    CHECK(names.find("a") == LabelId{1});
    CHECK_FALSE(names.find("A"));
    CHECK(names.name(LabelId{0}) == "B");
    CHECK(names.all() == std::vector<std::string>{"B", "a", "b"});
}
