#include "query/run/type_pattern.h"

#include "graph/error.h"

#include <catch2/catch.hpp>

namespace lintas::query {

TEST_CASE("A type matches its values, and null unless it says otherwise", "[run][type]") {
    CHECK(TypePattern{"INTEGER"}.matches(1));
    CHECK(TypePattern{"INTEGER"}.matches(Value{}));
    CHECK_FALSE(TypePattern{"INTEGER NOT NULL"}.matches(Value{}));
    CHECK_FALSE(TypePattern{"INTEGER"}.matches(1.0));
    CHECK(TypePattern{"ZONED DATETIME"}.matches(ZonedDateTime{}));
    CHECK_FALSE(TypePattern{"LOCAL DATETIME"}.matches(ZonedDateTime{}));
    CHECK(TypePattern{"NULL"}.matches(Value{}));
    CHECK_FALSE(TypePattern{"NULL"}.matches(1));
    CHECK_FALSE(TypePattern{"NOTHING"}.matches(Value{}));
    CHECK(TypePattern{"ANY NOT NULL"}.matches(1));
    CHECK_FALSE(TypePattern{"ANY NOT NULL"}.matches(Value{}));
}

TEST_CASE("A list type looks at the elements", "[run][type]") {
    const TypePattern integers{"LIST<INTEGER NOT NULL> NOT NULL"};
    CHECK(integers.matches(Value{List{1, 2}}));
    CHECK(integers.matches(Value{List{}}));
    CHECK_FALSE(integers.matches(Value{List{1, Value{}}}));
    CHECK_FALSE(integers.matches(Value{List{1, "a"}}));
    CHECK(TypePattern{"LIST<INTEGER | STRING>"}.matches(Value{List{1, "a", Value{}}}));
    CHECK(TypePattern{"LIST<LIST<FLOAT>>"}.matches(Value{List{Value{List{1.0}}}}));
    CHECK_FALSE(TypePattern{"LIST<LIST<FLOAT>>"}.matches(Value{List{1.0}}));
    CHECK(TypePattern{"LIST<NOTHING>"}.matches(Value{List{}}));
    CHECK_FALSE(TypePattern{"LIST<NOTHING>"}.matches(Value{List{1}}));
}

TEST_CASE("A union matches what one of its members matches", "[run][type]") {
    CHECK(TypePattern{"INTEGER | FLOAT"}.matches(1.5));
    CHECK_FALSE(TypePattern{"INTEGER | FLOAT"}.matches("a"));
    CHECK(TypePattern{"ANY<INTEGER | FLOAT>"}.matches(1));
    CHECK_FALSE(TypePattern{"ANY<INTEGER | FLOAT>"}.matches(true));
    CHECK(TypePattern{"PROPERTY VALUE"}.matches(Value{List{1, 2}}));
    CHECK_FALSE(TypePattern{"PROPERTY VALUE"}.matches(NodeId{0}));
    CHECK_FALSE(TypePattern{"PROPERTY VALUE"}.matches(Value{List{Value{List{}}}}));
}

TEST_CASE("What names no type is refused", "[run][type]") {
    for (const auto* text : {"", "NUMBER", "LIST<", "LIST<INTEGER", "INTEGER >", "INTEGER |"}) {
        CHECK_THROWS_AS(TypePattern{text}, Error);
    }
    std::string deep;
    for (int level = 0; level < 10'000; ++level) deep += "LIST<";
    CHECK_THROWS_AS(TypePattern{deep}, Error);
}

} // namespace lintas::query
