#include "graph/column.h"

#include <catch2/catch.hpp>

using namespace lintas;

TEST_CASE("Values of one type make a typed column", "[graph][column]") {
    CHECK(typed_column({true, false}).get<Booleans>());
    CHECK(typed_column({1, 2}).get<Integers>());
    CHECK(typed_column({1.0}).get<Floats>());
    CHECK(typed_column({"a"}).get<Strings>());
    CHECK(typed_column({NodeId{1}}).get<Nodes>());
    CHECK(typed_column({RelationshipId{1}}).get<Relationships>());
}

TEST_CASE("Nulls do not change the type", "[graph][column]") {
    const auto column = typed_column({{}, 5, {}});
    REQUIRE(column.get<Integers>());
    CHECK(column.is_null(0));
    CHECK(column.value(1).integer() == 5);
    CHECK(column.is_null(2));
    CHECK_FALSE(typed_column({5}).may_be_null());
}

TEST_CASE("Nulls alone make a constant", "[graph][column]") {
    const auto column = typed_column({{}, {}});
    REQUIRE(column.get<Constant>());
    CHECK(column.size() == 2);
    CHECK(column.is_null(1));
}

TEST_CASE("Mixed and structured values stay boxed", "[graph][column]") {
    CHECK(typed_column({}).get<Boxed>());
    CHECK(typed_column({1, 1.0}).get<Boxed>());
    CHECK(typed_column({1, "a"}).get<Boxed>());
    CHECK(typed_column({Value{List{1}}}).get<Boxed>());
    CHECK(typed_column({Map{}}).get<Boxed>());
    CHECK(typed_column({Date{}, {}}).get<Boxed>());
}

TEST_CASE("Strings are copied, empty and null ones too", "[graph][column]") {
    auto values = Boxed{"first", "", {}, "last"};
    const auto column = typed_column(values);
    values.clear();
    CHECK(column.value(0).string() == "first");
    CHECK(column.value(1).string().empty());
    CHECK(column.is_null(2));
    CHECK(column.value(3).string() == "last");
}
