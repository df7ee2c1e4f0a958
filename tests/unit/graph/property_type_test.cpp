#include "graph/property_type.h"

#include "graph/error.h"

#include <catch2/catch.hpp>

using namespace lintas;

TEST_CASE("Properties hold scalars, temporal values, points and lists of them",
          "[graph][property_type]") {
    const List storable = {true,
                           1,
                           1.5,
                           "a",
                           Date{},
                           LocalTime{},
                           ZonedTime{},
                           LocalDateTime{},
                           Point{},
                           Duration{},
                           ZonedDateTime{}};
    for (const auto& value : storable) CHECK(is_storable(value));
    CHECK(is_storable(Value{storable}));
    CHECK(is_storable(Value{List{}}));
    CHECK(is_storable(Value{}));
}

TEST_CASE("Properties hold no maps, nodes, relationships or paths, at any depth",
          "[graph][property_type]") {
    const List refused = {Map{}, NodeId{}, RelationshipId{}, Path{{NodeId{}}, {}}};
    for (const auto& value : refused) {
        CHECK_FALSE(is_storable(value));
        CHECK_FALSE(is_storable(Value{List{1, value}}));
        CHECK_FALSE(is_storable(Value{List{Value{List{value}}}}));
    }
}

TEST_CASE("A refused value is a type error that names the key", "[graph][property_type]") {
    CHECK_NOTHROW(require_storable(1, "age"));
    try {
        require_storable(Value{List{Map{}}}, "parts");
        FAIL("A list of maps was taken");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Type);
        CHECK(error.detail() == ErrorDetail::InvalidPropertyType);
        CHECK(std::string{error.what()}.starts_with(
            "Property `parts` cannot hold a list with a MAP; "));
    }
}
