#include "loaders/load.h"

#include "graph/error.h"
#include "graph/temporal_parse.h"

#include "packed_bytes.h"
#include "recorded_graph.h"
#include "test_files.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::testing;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
using loaders::LoadOptions;
using loaders::LoadReport;

namespace {

LoadReport load_csv(const std::filesystem::path& path, RecordedGraph& graph,
                    const LoadOptions& options = {}) {
    const loaders::Source source{"csv", path};
    return loaders::load({&source, 1}, nullptr, graph, options);
}

// The message of the Input error that the file ends in.
std::string failure(const std::string& text, const LoadOptions& options = {}) {
    const TestFiles files;
    RecordedGraph graph;
    try {
        load_csv(files.write("Thing.csv", text), graph, options);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Input);
        CHECK_FALSE(graph.is_finished);
        return error.what();
    }
    return "no error";
}

constexpr const char* people =
    "id:ID(Person),name,:LABEL\n1,Synthetic A,Person\n2,Synthetic B,Person\n";

} // namespace

TEST_CASE("Nodes and relationships are loaded whatever the order of the files", "[csv]") {
    const TestFiles files;
    files.write("A_KNOWS.csv", ":START_ID(Person),since:int,:END_ID(Person),:TYPE\n"
                               "2,2020,1,KNOWS\n1,,1,LIKES\n");
    files.write("Z_Person.csv", people);
    files.write("manifest.json", "{}");
    RecordedGraph graph;
    const auto report = load_csv(files.path(), graph);
    CHECK(graph.is_finished);
    REQUIRE(graph.nodes.size() == 2);
    CHECK(graph.nodes[0].labels == std::set<std::string>{"Person"});
    CHECK(graph.nodes[0]["name"].string() == "Synthetic A");
    CHECK(graph.nodes[0]["id"].integer() == 1);
    REQUIRE(graph.relationships.size() == 2);
    const auto* knows = graph.of_type("KNOWS").at(0);
    CHECK(knows->source == 1);
    CHECK(knows->target == 0);
    CHECK((*knows)["since"].integer() == 2020);
    CHECK(graph.of_type("LIKES").at(0)->properties.empty());
    CHECK(report.nodes == 2);
    CHECK(report.nodes_of_label.at("Person") == 2);
    CHECK(report.relationships_of_type.at("LIKES") == 1);
    CHECK(report.sources[0].rows == 4);
    REQUIRE(report.sources[0].ignored.size() == 1);
    CHECK_THAT(report.sources[0].ignored[0], EndsWith("manifest.json"));
}

TEST_CASE("Every type of column becomes its values; empty fields are null", "[csv]") {
    const TestFiles files;
    const auto path = files.write(
        "Thing.csv",
        "b:byte,s:short,i:int,l:long,f:float,d:double,t:boolean,x:string,c:char,day:date,"
        "when:datetime,span:duration,at:point,ns:int[],ss:string[],skip:IGNORE\n"
        "1,2,3,4,0.5,1e3,true,\"a,b\",é,2024-02-29,2024-02-29T12:00Z,P1D,\"{x:1,y:2}\",1;2,a;;c,"
        "no\n"
        ",,,,,,,,,,,,,,,\n"
        "\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\n");
    RecordedGraph graph;
    load_csv(path, graph);
    REQUIRE(graph.nodes.size() == 3);
    const auto& first = graph.nodes[0];
    CHECK(first["b"].integer() == 1);
    CHECK(first["l"].integer() == 4);
    CHECK(first["f"].floating() == 0.5);
    CHECK(first["d"].floating() == 1000);
    CHECK(first["t"].boolean());
    CHECK(first["x"].string() == "a,b");
    CHECK(first["c"].string() == "é");
    CHECK(first["day"].as<Date>() == parse_date("2024-02-29"));
    CHECK(first["when"].is(ValueType::ZonedDateTime));
    CHECK(first["span"].is(ValueType::Duration));
    CHECK(first["at"].is(ValueType::Point));
    CHECK(to_text(first["ns"]) == "[1, 2]");
    CHECK(to_text(first["ss"]) == "['a', '', 'c']");
    CHECK(first["skip"].is_null());
    CHECK(graph.nodes[1].properties.empty());
    CHECK(graph.nodes[2].properties.size() == 1);
    CHECK(graph.nodes[2]["x"].string().empty());
}

TEST_CASE("Labels come from the rows, the options, or the file's name", "[csv]") {
    const TestFiles files;
    RecordedGraph rows;
    load_csv(files.write("a.csv", ":ID,:LABEL\n1,A;B;A\n2,\n3,B\n"), rows);
    CHECK(rows.with_label("A").size() == 1);
    CHECK(rows.with_label("B").size() == 2);
    CHECK(rows.nodes.size() == 3);
    RecordedGraph option;
    LoadOptions options;
    options.label = "City";
    load_csv(files.write("b.csv", ":ID\n1\n"), option, options);
    CHECK(option.with_label("City").size() == 1);
    RecordedGraph name;
    load_csv(files.write("Person_0_12.part.csv", ":ID\n1\n"), name);
    CHECK(name.with_label("Person").size() == 1);
}

TEST_CASE("The type comes from the file's name where no column has it", "[csv]") {
    const TestFiles files;
    const auto type = [&](const std::string& file, const std::string& header) {
        const TestFiles folder;
        folder.write("P.csv", "id:ID(P)\n1\n");
        folder.write("Q.csv", "id:ID(Q)\n1\n");
        folder.write(file, header + "\n1,1\n");
        RecordedGraph graph;
        load_csv(folder.path(), graph);
        return graph.relationships.at(0).type;
    };
    CHECK(type("P_knows_Q.csv", ":START_ID(P),:END_ID(Q)") == "knows");
    CHECK(type("P_knows_Q_1.csv", ":START_ID(P),:END_ID(Q)") == "knows");
    CHECK(type("WROTE.P.Q.csv", ":START_ID(P),:END_ID(Q)") == "WROTE");
    CHECK(type("P_knows.csv", ":START_ID(P),:END_ID(Q)") == "P_knows");
}

TEST_CASE("An id is kept as an integer if all ids of its group are canonical integers", "[csv]") {
    const auto ids = [](const std::string& first, const std::string& second) {
        const TestFiles files;
        files.write("a.csv", first);
        files.write("b.csv", second);
        RecordedGraph graph;
        load_csv(files.path(), graph);
        return graph.nodes.at(0)["id"];
    };
    CHECK(ids("id:ID(G)\n1\n-2\n", "id:ID(G)\n12345678901\n").integer() == 1);
    CHECK(ids("id:ID(G)\n1\n", "id:ID(G)\nx\n").string() == "1");
    CHECK(ids("id:ID(G)\n1\n", "id:ID(H)\nx\n").integer() == 1);
    CHECK(ids("id:ID(G)\n1\n", "id:ID(G)\n01\n").string() == "1");
    CHECK(ids("id:ID(G){id-type:string}\n1\n", "id:ID(H)\n2\n").string() == "1");
}

TEST_CASE("Files without a name for their ids keep none; without ids they are nodes all the same",
          "[csv]") {
    const TestFiles files;
    RecordedGraph graph;
    load_csv(files.write("a.csv", ":ID,x\nabc,1\n"), graph);
    CHECK(graph.nodes.at(0).properties.size() == 1);
    RecordedGraph plain;
    load_csv(files.write("b.csv", "x;y\n1;2\n"), plain);
    CHECK(plain.nodes.at(0)["y"].string() == "2");
}

TEST_CASE("Gzip and zstd files and files in a zip archive load like plain ones", "[csv]") {
    const TestFiles files;
    for (const auto& path :
         {files.write("Person.csv.gz", gzip(people)), files.write("Person.csv.zst", zstd(people)),
          files.write("all.zip", zip({{"Person.csv", people}, {"notes.txt", "none"}})),
          files.write("named_otherwise", gzip(people))}) {
        CAPTURE(path);
        RecordedGraph graph;
        load_csv(path, graph);
        CHECK(graph.with_label("Person").size() == 2);
    }
}

TEST_CASE("A faulty row ends the load with its place, what is there and what is allowed", "[csv]") {
    CHECK_THAT(failure("a,b\n1,2,3\n"), EndsWith("Thing.csv` line 2: 3 fields found, where the "
                                                 "header names 2"));
    CHECK_THAT(failure("a,b\n1,2\n\n3\n"), Contains("line 4: 1 field found"));
    CHECK_THAT(failure("a:int\n1\nabc\n"),
               Contains("line 3: column 1 `a`: `abc` is not an integer from -2147483648"));
    CHECK_THAT(failure("a:int[]\n1;x\n"), Contains("`1;x` is not a list, each item an integer"));
    CHECK_THAT(failure("id:ID\n1\n1\n"), Contains("line 3: column 1 `id`: `1` is the id of an "
                                                  "earlier node"));
    CHECK_THAT(failure("id:ID,x\n,1\n"), Contains("is empty, where the id"));
    CHECK_THAT(failure("id:ID{id-type:int}\nx\n"), Contains("`x` is not an integer"));
    CHECK_THAT(failure("a\n\"b"), Contains("line 2: a quoted field has no closing quote"));
    CHECK_THAT(failure("a\n\"b\"c\n"), Contains("line 2: a closing quote is followed by text"));
    CHECK_THAT(failure("a\n\xff\n"), Contains("column 1 `a`: `?` is not UTF-8 text"));
    CHECK_THAT(failure("\xff\xfe"
                       "a\0"),
               Contains("is UTF-16 text"));
    CHECK_THAT(failure("a\xff\n"), Contains("is not UTF-8 text"));
    CHECK_THAT(failure(""), Contains("is empty, where a header line is expected"));
    CHECK_THAT(failure(":START_ID(X),:END_ID(X)\n1,2\n"),
               Contains("no node file has ids of the group `X`; there are none with ids"));
}

TEST_CASE("A relationship to an unknown node ends the load", "[csv]") {
    const TestFiles files;
    files.write("Person.csv", people);
    files.write("KNOWS.csv", ":START_ID(Person),:END_ID(Person)\n1,3\n");
    RecordedGraph graph;
    CHECK_THROWS_WITH(load_csv(files.path(), graph),
                      Contains("line 2: column 2: `3` is the id of no node of the group `Person`"));
    files.write("KNOWS.csv", ":START_ID(Person),:END_ID(Person),:TYPE\n1,2,\n");
    CHECK_THROWS_WITH(load_csv(files.path(), graph), Contains("is not the name of a relationship"));
    CHECK_FALSE(graph.is_finished);
}

TEST_CASE("Where faults are tolerated, faulty rows go to the reject file and are counted",
          "[csv]") {
    const TestFiles files;
    files.write("Person.csv", "id:ID(P),age:int\n1,30\n2,old\n1,40\n3,50,60\n,5\n4,\"4\"4\n5,50\n"
                              "6,\"60\n");
    files.write("KNOWS.csv", ":START_ID(P),w:int,:END_ID(P)\n1,1,5\n1,x,5\n2,1,5\n5,1,9\n5,1\n");
    LoadOptions options;
    options.tolerate = true;
    options.reject_file = files.path("rejects.csv");
    RecordedGraph graph;
    const loaders::Source sources[] = {{"csv", files.path("KNOWS.csv")},
                                       {"csv", files.path("Person.csv")}};
    const auto report = loaders::load(sources, nullptr, graph, options);
    CHECK(graph.nodes.size() == 2);
    CHECK(graph.relationships.size() == 1);
    CHECK(report.rejected == 10);
    const std::map<std::string, std::uint64_t> expected = {
        {"value of another type", 1}, {"duplicate id", 1}, {"too many fields", 1}, {"empty id", 1},
        {"text after a quote", 1},    {"open quote", 1}};
    CHECK(report.sources[1].rejected == expected);
    CHECK(report.sources[1].rows == 8);
    CHECK(report.sources[0].rejected.at("unknown start node") == 1);
    CHECK(report.sources[0].rejected.at("unknown end node") == 1);
    CHECK(report.sources[0].rejected.at("too few fields") == 1);
    CHECK(report.reject_file == options.reject_file);
    const auto rejects = TestFiles::read(options.reject_file);
    CHECK_THAT(rejects, Catch::Matchers::StartsWith("source,line,reason,value\n"));
    CHECK_THAT(rejects, Contains("Person.csv,3,value of another type,old\n"));
    CHECK_THAT(rejects, Contains("KNOWS.csv,5,unknown end node,9\n"));
}

TEST_CASE("A reject file is not made when nothing is rejected", "[csv]") {
    const TestFiles files;
    LoadOptions options;
    options.tolerate = true;
    options.reject_file = files.path("rejects.csv");
    RecordedGraph graph;
    const auto report = load_csv(files.write("Person.csv", people), graph, options);
    CHECK(report.reject_file.empty());
    CHECK_FALSE(std::filesystem::exists(options.reject_file));
}

TEST_CASE("The delimiter and that of lists can be given", "[csv]") {
    const TestFiles files;
    LoadOptions options;
    options.delimiter = '^';
    options.list_delimiter = '/';
    RecordedGraph graph;
    load_csv(files.write("a.csv", "x:int[]^y,z\n1/2^3,4\n"), graph, options);
    CHECK(to_text(graph.nodes.at(0)["x"]) == "[1, 2]");
    CHECK(graph.nodes.at(0)["y,z"].string() == "3,4");
}

TEST_CASE("Many rows keep their order over batches and label sets", "[csv]") {
    constexpr int count = 150'000;
    const TestFiles files;
    std::string nodes = "id:ID(N),:LABEL,text\n";
    std::string chain = ":START_ID(N),:END_ID(N),:TYPE,at:int\n";
    for (int i = 0; i < count; ++i) {
        nodes +=
            std::to_string(i) + (i % 3 == 0 ? ",A," : ",B;C,") + "t" + std::to_string(i) + "\n";
        if (i > 0) {
            chain += std::to_string(i - 1) + "," + std::to_string(i) + (i % 2 ? ",X," : ",Y,") +
                     std::to_string(i) + "\n";
        }
    }
    files.write("nodes.csv", nodes);
    files.write("chain.csv", chain);
    RecordedGraph graph;
    load_csv(files.path(), graph);
    REQUIRE(graph.nodes.size() == count);
    REQUIRE(graph.relationships.size() == count - 1);
    bool all_right = true;
    for (const auto& node : graph.nodes) {
        const auto id = node["id"].integer();
        all_right = all_right && node["text"].string() == "t" + std::to_string(id) &&
                    node.labels.contains(id % 3 == 0 ? "A" : "C");
    }
    for (const auto& relationship : graph.relationships) {
        const auto at = relationship["at"].integer();
        all_right = all_right && graph.nodes[relationship.source]["id"].integer() == at - 1 &&
                    graph.nodes[relationship.target]["id"].integer() == at &&
                    relationship.type == (at % 2 ? "X" : "Y");
    }
    CHECK(all_right);
}

TEST_CASE("A sink hears how far the load is", "[csv]") {
    struct Sink final : loaders::ProgressSink {
        std::vector<loaders::Progress> heard;
        void update(const loaders::Progress& progress) override { heard.push_back(progress); }
    };
    const TestFiles files;
    const auto path = files.write("Person.csv", people);
    Sink sink;
    LoadOptions options;
    options.progress = &sink;
    RecordedGraph graph;
    load_csv(path, graph, options);
    REQUIRE_FALSE(sink.heard.empty());
    CHECK(sink.heard.back().rows == 2);
    CHECK(sink.heard.back().bytes_done == sink.heard.back().bytes_in_all);
    CHECK(sink.heard.back().bytes_in_all == std::string{people}.size());
}

TEST_CASE("A store that fails ends the load, and the parser with it", "[csv]") {
    struct Full final : BulkLoad {
        RecordedGraph graph;
        LabelId label(std::string_view name) override { return graph.label(name); }
        TypeId type(std::string_view name) override { return graph.type(name); }
        KeyId key(std::string_view name) override { return graph.key(name); }
        void add_nodes(const LabelSet&, std::size_t, std::span<const PropertyColumn>,
                       Nodes&) override {
            throw Error{ErrorCode::Storage, "The disk is full"};
        }
        void add_relationships(TypeId, std::span<const NodeId>, std::span<const NodeId>,
                               std::span<const PropertyColumn>) override {}
        void set_schema(Schema) override {}
        void set_inspection(Inspect) override {}
        void finish() override { FAIL("finished"); }
    };
    const TestFiles files;
    std::string nodes = "id:ID(N)\n";
    for (int i = 0; i < 700'000; ++i) nodes += std::to_string(i) + "\n";
    files.write("N.csv", nodes);
    files.write("R.csv", ":START_ID(N),:END_ID(N)\n1,2\n");
    Full full;
    const loaders::Source source{"csv", files.path()};
    CHECK_THROWS_WITH(loaders::load({&source, 1}, nullptr, full), "The disk is full");
}

TEST_CASE("Formats are recognised from the content", "[loaders]") {
    const TestFiles files;
    const auto format = [&](const std::string& name, const std::string& text) {
        RecordedGraph graph;
        const loaders::Source source{"", files.write(name, text)};
        return loaders::load({&source, 1}, nullptr, graph).sources[0].format;
    };
    CHECK(format("a.csv", people) == "csv");
    CHECK(format("b.data", people) == "csv");
    CHECK(format("b2.csv", "id:ID(Company),name,country,pic,activityType,role\n") == "csv");
    CHECK(format("b3.csv", "id,name,country,role\n") == "csv");
    CHECK(format("c.csv", "pic,name,country,activityType\n") == "cordis");
    CHECK(format("d.dump", R"([{"id":"https://ror.org/012345678","name":"Invented"}])") == "ror");
    CHECK_THROWS_WITH(format("e.txt", "hello"), Contains("is of no known format"));
    const loaders::Source unknown{"xml", files.path("a.csv")};
    RecordedGraph graph;
    CHECK_THROWS_WITH(loaders::load({&unknown, 1}, nullptr, graph),
                      Contains("There is no format `xml`; there are `ror`, `cordis`, ") &&
                          Contains("`csv`"));
    const loaders::Source absent{"", files.path("absent")};
    CHECK_THROWS_WITH(loaders::load({&absent, 1}, nullptr, graph), Contains("does not exist"));
}
