#include "graph/print.h"

#include "graph/memory_store.h"

#include <catch2/catch.hpp>

using namespace lintas;

namespace {

// (:B:A {name: 'x'})-[:T {a: 1}]->()<-[:`two words`]-(:B:A {name: 'x'}), and a loop on the first.
struct Sample {
    std::unique_ptr<Store> store = make_memory_store();
    std::unique_ptr<Transaction> graph = store->begin();
    std::vector<LabelId> labels{graph->label("B"), graph->label("A")};
    NodeId labelled = graph->create_node(labels);
    NodeId bare = graph->create_node({});
    RelationshipId forward = graph->create_relationship(labelled, graph->type("T"), bare);
    RelationshipId parallel = graph->create_relationship(labelled, graph->type("two words"), bare);
    RelationshipId loop = graph->create_relationship(labelled, graph->type("L"), labelled);

    Sample() {
        graph->set_property(labelled, graph->key("name"), "x");
        graph->set_property(forward, graph->key("z"), Value{List{1, "a"}});
        graph->set_property(forward, graph->key("a"), 1);
    }

    std::string text(const Value& value) const { return to_text(value, *graph); }
};

} // namespace

TEST_CASE("Nodes print with labels and properties, sorted by name", "[graph][print]") {
    const Sample sample;
    CHECK(sample.text(sample.labelled) == "(:A:B {name: 'x'})");
    CHECK(sample.text(sample.bare) == "()");
    sample.graph->set_property(sample.bare, KeyId{0}, 1);
    CHECK(sample.text(sample.bare) == "({name: 1})");
}

TEST_CASE("Relationships print with type and properties", "[graph][print]") {
    const Sample sample;
    CHECK(sample.text(sample.forward) == "[:T {a: 1, z: [1, 'a']}]");
    CHECK(sample.text(sample.parallel) == "[:`two words`]");
}

TEST_CASE("Paths print with the direction of each relationship", "[graph][print]") {
    const Sample sample;
    const Path path{{sample.labelled, sample.bare, sample.labelled, sample.labelled},
                    {sample.forward, sample.parallel, sample.loop}};
    CHECK(sample.text(path) == "<(:A:B {name: 'x'})-[:T {a: 1, z: [1, 'a']}]->()"
                               "<-[:`two words`]-(:A:B {name: 'x'})-[:L]->(:A:B {name: 'x'})>");
    CHECK(sample.text(Path{{sample.bare}, {}}) == "<()>");
}

TEST_CASE("Entities print inside lists and maps", "[graph][print]") {
    const Sample sample;
    CHECK(sample.text(Value{List{sample.bare, Map{{"k", sample.bare}}, {}}}) ==
          "[(), {k: ()}, null]");
    CHECK(sample.text(1.5) == "1.5");
}

TEST_CASE("What the snapshot does not have prints as its id", "[graph][print]") {
    const Sample sample;
    const auto before = sample.store->snapshot();
    CHECK(to_text(sample.bare, *before) == "(n:1)");
    CHECK(to_text(Path{{sample.bare, sample.labelled}, {sample.forward}}, *before) ==
          "<(n:1)-[r:0]->(n:0)>");
}
