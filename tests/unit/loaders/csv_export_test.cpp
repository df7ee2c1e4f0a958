#include "loaders/csv_export.h"

#include "graph/error.h"
#include "graph/memory_store.h"
#include "loaders/csv_any.h"
#include "loaders/load.h"
#include "random_seed.h"
#include "random_value.h"
#include "recorded_graph.h"
#include "temporary_folder.h"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <fstream>

using namespace lintas;
using namespace lintas::testing;

namespace {

// With the type of everything, since `1` and `1.0`, or a date and its text, print alike.
std::string text_of(const Value& value) {
    if (!value.is(ValueType::List)) return fmt::format("{} {}", name(value.type()), to_text(value));
    std::string text = "[";
    for (const auto& item : value.list()) text += text_of(item) + ", ";
    return text + "]";
}

std::string text_of(const RecordedProperties& properties) {
    std::string text;
    for (const auto& [key, value] : properties) text += fmt::format("{}={}; ", key, text_of(value));
    return text;
}

// The graph line by line, nodes by what their property `uid` says.
std::multiset<std::string> lines_of(const RecordedGraph& graph) {
    std::multiset<std::string> lines;
    const auto uid = [&](std::size_t node) { return text_of(graph.nodes[node]["uid"]); };
    for (const auto& node : graph.nodes)
        lines.insert(
            fmt::format("({}) {}", fmt::join(node.labels, "\n"), text_of(node.properties)));
    for (const auto& relationship : graph.relationships)
        lines.insert(fmt::format("{} -{}-> {} {}", uid(relationship.source), relationship.type,
                                 uid(relationship.target), text_of(relationship.properties)));
    return lines;
}

template <typename Id> RecordedProperties properties_of(const Snapshot& graph, Id entity) {
    RecordedProperties properties;
    for (const auto& [key, value] : graph.properties(entity))
        properties.emplace(graph.symbols().keys.name(key), value);
    return properties;
}

RecordedGraph recorded(const Snapshot& graph) {
    RecordedGraph result;
    std::map<NodeId, std::size_t> positions;
    ScanPosition nodes;
    Nodes scanned;
    while (graph.scan(nodes, std::optional<LabelId>{}, scanned)) {
    }
    for (const auto node : scanned) {
        positions.emplace(node, result.nodes.size());
        auto& to = result.nodes.emplace_back();
        for (const auto label : graph.labels(node))
            to.labels.insert(graph.symbols().labels.name(label));
        to.properties = properties_of(graph, node);
    }
    ScanPosition position;
    Relationships found;
    while (graph.scan(position, std::optional<TypeId>{}, found)) {
    }
    std::vector<RelationshipEnds> ends(found.size());
    graph.ends(found, ends);
    for (std::size_t i = 0; i < found.size(); ++i)
        result.relationships.push_back({graph.symbols().types.name(ends[i].type),
                                        positions.at(ends[i].source), positions.at(ends[i].target),
                                        properties_of(graph, found[i])});
    return result;
}

RecordedGraph loaded(const std::filesystem::path& folder) {
    RecordedGraph graph;
    const loaders::Source sources[] = {{"csv", folder}};
    loaders::load(sources, nullptr, graph);
    CHECK(graph.is_finished);
    return graph;
}

void add_nodes(Transaction& graph, RandomValues& random, Nodes& nodes) {
    const std::vector<std::string> labels{"A", "B b", "C;c", "ป้าย", "D:LABEL", "E,\"e\""};
    for (auto left = random.below(60); left > 0; --left) {
        LabelSet set;
        for (const auto& label : labels)
            if (random.below(3) == 0) set.push_back(graph.label(label));
        std::ranges::sort(set);
        nodes.push_back(graph.create_node(set));
        graph.set_property(nodes.back(), graph.key("uid"), std::int64_t(nodes.size()));
    }
}

// Some keys have values of one type, others of any.
template <typename Id> void add_properties(Transaction& graph, RandomValues& random, Id entity) {
    const auto set = [&](const char* key, const Value& value) {
        if (random.below(3) > 0) graph.set_property(entity, graph.key(key), value);
    };
    set("mixed", random.storable(3));
    set("whole number", random.integer());
    set("floating:float", random.floating());
    set("text\nin lines", random.text());
    set("id", random.text());
    set("{list}", Value{List{random.text(), random.text()}});
    set("(numbers)", Value{List{random.integer(), random.integer()}});
    set("dates", Value{List{Date{19'000}, Date{1}}});
    set("a;b|c\td;e|f", random.scalar());
}

std::unique_ptr<Store> random_store(RandomValues& random) {
    auto store = make_memory_store();
    const auto graph = store->begin();
    Nodes nodes;
    add_nodes(*graph, random, nodes);
    for (const auto node : nodes) add_properties(*graph, random, node);
    const std::vector<std::string> types{"T", "U u", "หนึ่ง", "V;v", "t"};
    for (auto left = nodes.empty() ? 0 : random.below(120); left > 0; --left) {
        const auto source = nodes[random.below(nodes.size())];
        const auto target = random.below(8) == 0 ? source : nodes[random.below(nodes.size())];
        const auto relationship = graph->create_relationship(
            source, graph->type(types[random.below(types.size())]), target);
        add_properties(*graph, random, relationship);
    }
    graph->commit();
    return store;
}

} // namespace

TEST_CASE("An exported graph loads as an equal one", "[loaders][csv][export]") {
    const auto seed = random_seed();
    INFO("seed " << seed);
    RandomValues random{seed};
    for (int round = 0; round < 40; ++round) {
        INFO("round " << round);
        const TemporaryFolder folder;
        const auto store = random_store(random);
        const auto snapshot = store->snapshot();
        const auto report = loaders::export_csv(*snapshot, folder.path() / "export");
        CHECK(report.nodes == snapshot->statistics().nodes);
        CHECK(report.relationships == snapshot->statistics().relationships);
        REQUIRE(lines_of(loaded(folder.path() / "export")) == lines_of(recorded(*snapshot)));
    }
}

TEST_CASE("An empty graph is exported as a file without rows", "[loaders][csv][export]") {
    const TemporaryFolder folder;
    const auto report =
        loaders::export_csv(*make_memory_store()->snapshot(), folder.path() / "a/b");
    CHECK(report.files == 1);
    CHECK(loaded(folder.path() / "a/b").nodes.empty());
}

TEST_CASE("A folder with something in it is not exported to", "[loaders][csv][export]") {
    const TemporaryFolder folder;
    std::ofstream{folder.path() / "mine.txt"} << "x";
    const auto store = make_memory_store();
    CHECK_THROWS_WITH(loaders::export_csv(*store->snapshot(), folder.path()),
                      Catch::Contains("has something in it already"));
    CHECK_THROWS_WITH(loaders::export_csv(*store->snapshot(), folder.path() / "mine.txt"),
                      Catch::Contains("cannot be made"));
}

TEST_CASE("A value with its type is read as it was written", "[loaders][csv]") {
    const auto seed = random_seed();
    INFO("seed " << seed);
    RandomValues random{seed};
    for (int round = 0; round < 20'000; ++round) {
        const auto value = random.storable(3);
        const auto text = loaders::any_text(value);
        INFO(text);
        const auto read = loaders::parse_any(text);
        REQUIRE(read);
        REQUIRE(text_of(*read) == text_of(value));
    }
}

TEST_CASE("What is no value with its type is refused", "[loaders][csv]") {
    for (const std::string text : {"", "1", "long", "long:", "long:x", "any:long:1", "nothing:1",
                                   "[", "[]]", "[1]", "[\"long:1\"", "[\"long:1\",]", "[null null]",
                                   "[\"long:1]", "[\"\\", "map:{}", "point:{x: 1}"}) {
        INFO(text);
        CHECK_FALSE(loaders::parse_any(text));
    }
    CHECK_FALSE(loaders::parse_any(std::string(100'000, '[')));
    CHECK(loaders::parse_any("[]"));
    CHECK(loaders::parse_any("LONG:1"));
}
