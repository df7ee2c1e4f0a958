#include "function_cases.h"
#include "query/functions/operators.h"

using namespace lintas;
using lintas::testing::answer_of;

namespace {

struct Properties : testing::Calls {
    std::string answer(const Value& base, std::string_view key) {
        return answer_of([&] { return query::property(base, key, context); });
    }
};

} // namespace

TEST_CASE("A map gives the value of a key, or null", "[functions][operators]") {
    Properties property;
    CHECK(property.answer(Map{{"a", 1}}, "a") == "1");
    CHECK(property.answer(Map{{"a", 1}}, "A") == "null");
    CHECK(property.answer(Value{}, "a") == "null");
}

TEST_CASE("An entity gives its property, or null", "[functions][operators]") {
    Properties property;
    auto& graph = *property.graph;
    const auto node = graph.create_node({});
    const auto relationship = graph.create_relationship(node, graph.type("T"), node);
    graph.set_property(node, graph.key("name"), "x");
    graph.set_property(relationship, graph.key("since"), 1999);
    CHECK(property.answer(node, "name") == "'x'");
    CHECK(property.answer(node, "since") == "null");
    CHECK(property.answer(node, "nowhere") == "null");
    CHECK(property.answer(relationship, "since") == "1999");
    CHECK(answer_of([&] { return query::element(node, "name", property.context); }) == "'x'");
    CHECK(answer_of([&] { return query::element(node, 0, property.context); }) ==
          "TypeError MapElementAccessByNonString");
    graph.delete_relationship(relationship);
    graph.delete_node(node);
    CHECK(property.answer(node, "name") == "EntityNotFound DeletedEntityAccess");
    CHECK(property.answer(relationship, "nowhere") == "EntityNotFound DeletedEntityAccess");
}

TEST_CASE("A point gives its components", "[functions][operators]") {
    Properties property;
    const Point flat{Crs::Cartesian, 1, 2, 0};
    const Point high{Crs::Wgs84_3d, 100.5, 13.75, 9};
    CHECK(property.answer(flat, "x") == "1.0");
    CHECK(property.answer(flat, "y") == "2.0");
    CHECK(property.answer(flat, "z") == "null");
    CHECK(property.answer(flat, "longitude") == "null");
    CHECK(property.answer(flat, "crs") == "'cartesian'");
    CHECK(property.answer(flat, "srid") == "7203");
    CHECK(property.answer(high, "longitude") == "100.5");
    CHECK(property.answer(high, "latitude") == "13.75");
    CHECK(property.answer(high, "height") == "9.0");
    CHECK(property.answer(high, "z") == "9.0");
    CHECK(property.answer(high, "crs") == "'wgs-84-3d'");
    CHECK(property.answer(high, "colour") == "TypeError InvalidArgumentValue");
}

TEST_CASE("A temporal value gives its components", "[functions][operators]") {
    Properties property;
    CHECK(property.answer(Date{0}, "year") == "1970");
    CHECK(property.answer(Duration{0, 0, 90, 0}, "minutes") == "1");
    CHECK(property.answer(Date{0}, "hour") == "TypeError InvalidArgumentValue");
    CHECK(property.answer(LocalTime{}, "colour") == "TypeError InvalidArgumentValue");
}

TEST_CASE("Other values have no properties", "[functions][operators]") {
    Properties property;
    for (const auto& value :
         List{1, 42.45, true, "string", Value{List{123, true}}, Path{{{}}, {}}}) {
        INFO(to_text(value));
        CHECK(property.answer(value, "num") == "TypeError InvalidArgumentType");
    }
}
