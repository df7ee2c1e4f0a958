#include "function_cases.h"

using namespace lintas;
using namespace lintas::testing;

namespace {

// (:Org:Lab {name: 'x', founded: 1999})-[:JOINS {role: 'host'}]->()
struct Sample : Calls {
    std::vector<LabelId> labels{graph->label("Org"), graph->label("Lab")};
    NodeId lab = graph->create_node(labels);
    NodeId bare = graph->create_node({});
    RelationshipId joins = graph->create_relationship(lab, graph->type("JOINS"), bare);
    Path path{{lab, bare}, {joins}};

    Sample() {
        graph->set_property(lab, graph->key("name"), "x");
        graph->set_property(lab, graph->key("founded"), 1999);
        graph->set_property(joins, graph->key("role"), "host");
    }
};

} // namespace

TEST_CASE("Functions on nodes and relationships tell what the graph holds", "[functions][entity]") {
    Sample sample;
    CHECK(sample.answer("id", {sample.bare}) == "1");
    CHECK(sample.answer("id", {sample.joins}) == "0");
    CHECK(sample.answer("elementId", {sample.bare}) == "'n:1'");
    CHECK(sample.answer("elementId", {sample.joins}) == "'r:0'");
    CHECK(sample.answer("labels", {sample.lab}) == "['Org', 'Lab']");
    CHECK(sample.answer("labels", {sample.bare}) == "[]");
    CHECK(sample.answer("type", {sample.joins}) == "'JOINS'");
    CHECK(sample.answer("startNode", {sample.joins}) == "(n:0)");
    CHECK(sample.answer("endNode", {sample.joins}) == "(n:1)");
    CHECK(sample.answer("keys", {sample.lab}) == "['founded', 'name']");
    CHECK(sample.answer("keys", {sample.joins}) == "['role']");
    CHECK(sample.answer("keys", {sample.bare}) == "[]");
    CHECK(sample.answer("keys", {Map{{"b", 1}, {"a", Value{}}}}) == "['a', 'b']");
    CHECK(sample.answer("properties", {sample.lab}) == "{founded: 1999, name: 'x'}");
    CHECK(sample.answer("properties", {sample.joins}) == "{role: 'host'}");
    CHECK(sample.answer("properties", {Map{{"a", 1}}}) == "{a: 1}");
}

TEST_CASE("Functions on paths tell what the path holds", "[functions][entity]") {
    Sample sample;
    CHECK(sample.answer("nodes", {sample.path}) == "[(n:0), (n:1)]");
    CHECK(sample.answer("relationships", {sample.path}) == "[[r:0]]");
    CHECK(sample.answer("length", {sample.path}) == "1");
    CHECK(sample.answer("length", {Path{{sample.bare}, {}}}) == "0");
}

TEST_CASE("Functions on entities give null for null and refuse everything else",
          "[functions][entity]") {
    Sample sample;
    for (const auto* name : {"id", "elementId", "labels", "type", "startNode", "endNode", "keys",
                             "properties", "nodes", "relationships", "length"}) {
        INFO(name);
        CHECK(sample.answer(name, {Value{}}) == "null");
        CHECK(sample.answer(name, {1}) == "TypeError InvalidArgumentValue");
        CHECK(sample.answer(name, List{Value{List{sample.lab}}}) ==
              "TypeError InvalidArgumentValue");
        CHECK(sample.answer(name, {}) == "SyntaxError InvalidNumberOfArguments");
    }
    CHECK(sample.answer("labels", {sample.joins}) == "TypeError InvalidArgumentValue");
    CHECK(sample.answer("type", {sample.lab}) == "TypeError InvalidArgumentValue");
    CHECK(sample.answer("length", List{Value{List{1}}}) == "TypeError InvalidArgumentValue");
}

TEST_CASE("A deleted entity has no labels and properties any more", "[functions][entity]") {
    Sample sample;
    sample.graph->delete_relationship(sample.joins);
    sample.graph->delete_node(sample.lab);
    CHECK(sample.answer("labels", {sample.lab}) == "EntityNotFound DeletedEntityAccess");
    CHECK(sample.answer("keys", {sample.lab}) == "EntityNotFound DeletedEntityAccess");
    CHECK(sample.answer("properties", {sample.joins}) == "EntityNotFound DeletedEntityAccess");
    CHECK(sample.answer("id", {sample.lab}) == "0");
    CHECK(sample.answer("type", {sample.joins}) == "'JOINS'");
    CHECK(sample.answer("startNode", {sample.joins}) == "(n:0)");
}
