// Files that hold one graph: edge lists, Pajek, GML and GraphML.
#include "loaders/load.h"

#include "graph/error.h"

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

LoadReport load_graph_file(const std::filesystem::path& path, RecordedGraph& graph,
                           const LoadOptions& options = {}, const std::string& format = "") {
    const loaders::Source source{format, path};
    return loaders::load({&source, 1}, nullptr, graph, options);
}

// The message of the Input error that a file of that name and text ends in.
std::string failure(const std::string& name, const std::string& text) {
    const TestFiles files;
    RecordedGraph graph;
    try {
        load_graph_file(files.write(name, text), graph);
    } catch (const Error& error) {
        CHECK((error.code() == ErrorCode::Input || error.code() == ErrorCode::Unsupported));
        CHECK_FALSE(graph.is_finished);
        return error.what();
    }
    return "no error";
}

// "from>to weight" of all relationships of a type, nodes by a property.
std::vector<std::string> ties(const RecordedGraph& graph, const std::string& property) {
    std::vector<std::string> found;
    for (const auto& relationship : graph.relationships)
        found.push_back(to_text(graph.nodes[relationship.source][property]) + ">" +
                        to_text(graph.nodes[relationship.target][property]) + " " +
                        to_text(relationship["weight"]));
    return found;
}

} // namespace

TEST_CASE("An edge list of SNAP is one relationship a line", "[edgelist]") {
    const TestFiles files;
    RecordedGraph graph;
    const auto report =
        load_graph_file(files.write("ca-Test.txt", "# Directed graph\r\n# FromNodeId\tToNodeId"
                                                   "\r\n3466\t937\r\n937\t3466\r\n7\t7\r\n"),
                        graph);
    CHECK(report.sources[0].format == "edgelist");
    CHECK(ties(graph, "id") ==
          std::vector<std::string>{"3466>937 null", "937>3466 null", "7>7 null"});
    CHECK(graph.nodes.size() == 3);
    CHECK(graph.nodes[0].labels == std::set<std::string>{"Node"});
    CHECK(graph.relationships[0].type == "LINKED_TO");
    CHECK(report.sources[0].rows == 3);
}

TEST_CASE("Edge lists have weights, names, commas and a label of one's own", "[edgelist]") {
    const TestFiles files;
    RecordedGraph graph;
    LoadOptions options;
    options.label = "Country";
    options.type = "TRADES";
    load_graph_file(files.write("x.edges", "% names\nTH, DE, 2.5\nDE FR 4\n"), graph, options);
    CHECK(ties(graph, "id") == std::vector<std::string>{"'TH'>'DE' 2.5", "'DE'>'FR' 4"});
    CHECK(graph.nodes[0].labels == std::set<std::string>{"Country"});
    CHECK(graph.relationships[0].type == "TRADES");
}

TEST_CASE("Vertices of Graphalytics come in the order of their file", "[edgelist]") {
    const TestFiles files;
    files.write("g.e", "1 2 0.5\n2 3 1.5\n");
    files.write("g.v", "3\n1\n2\n9\n");
    RecordedGraph graph;
    load_graph_file(files.path(), graph, {}, "edgelist");
    REQUIRE(graph.nodes.size() == 4);
    CHECK(graph.nodes[0]["id"].integer() == 3);
    CHECK(graph.nodes[3]["id"].integer() == 9);
    CHECK(ties(graph, "id") == std::vector<std::string>{"1>2 0.5", "2>3 1.5"});
}

TEST_CASE("A line that is no relationship ends the load, or is rejected", "[edgelist]") {
    CHECK_THAT(failure("x.el", "1 2\n3\n"),
               Contains("Line 2 of") && EndsWith("has a line that is not two ids and perhaps a "
                                                 "weight: `3`"));
    CHECK_THAT(failure("x.el", "1 2 heavy\n"), Contains("weight that is no number"));
    const TestFiles files;
    RecordedGraph graph;
    LoadOptions options;
    options.tolerate = true;
    const auto report = load_graph_file(files.write("x.el", "1 2\n3\n4 5\n"), graph, options);
    CHECK(graph.relationships.size() == 2);
    CHECK(report.rejected == 1);
}

TEST_CASE("A network of Pajek of one mode has names, arcs and edges", "[pajek]") {
    const TestFiles files;
    RecordedGraph graph;
    const auto report = load_graph_file(
        files.write("x.net", "\xef\xbb\xbf% made by hand\n*Vertices 4\n1 \"Lao PDR\" 0.1 0.2\n"
                             "2 TH\n3 \"VN\" [1990]\n*Arcs\n1 2 3\n2 2 7.5\n*Edges\n2 3\n"),
        graph);
    CHECK(report.sources[0].format == "pajek");
    CHECK(ties(graph, "name") ==
          std::vector<std::string>{"'Lao PDR'>'TH' 3", "'TH'>'TH' 7.5", "'TH'>'VN' null"});
    REQUIRE(graph.nodes.size() == 4);
    CHECK(graph.nodes[3]["name"].string() == "x#4");
}

TEST_CASE("A network of Pajek of two modes has two labels, and classes beside it", "[pajek]") {
    const TestFiles files;
    files.write("WA.net", "*vertices 4 2\n1 \"W1\"\n2 \"W2\"\n3 \"A1\"\n4 \"A2\"\n*arcs\n1 3\n2 3\n"
                          "2 4 1\n");
    files.write("WAYear.clu", "*vertices 2\n1990\n1995\n");
    files.write("WAT.vec", "*Vertices 4\n1.5\n2\n3\n4\n");
    RecordedGraph graph;
    LoadOptions options;
    options.label = "Work;Author";
    load_graph_file(files.path(), graph, options, "pajek");
    REQUIRE(graph.nodes.size() == 4);
    // Labels in the order of their names.
    CHECK(graph.nodes[0]["name"].string() == "A1");
    CHECK(graph.nodes[0]["mode"].integer() == 2);
    CHECK(graph.nodes[0]["WAYear"].is_null());
    CHECK(graph.nodes[0]["WAT"].floating() == 3);
    CHECK(graph.nodes[2].labels == std::set<std::string>{"Work"});
    CHECK(graph.nodes[2]["WAYear"].integer() == 1990);
    CHECK(graph.nodes[2]["WAT"].floating() == 1.5);
    CHECK(ties(graph, "name") ==
          std::vector<std::string>{"'W1'>'A1' null", "'W2'>'A1' null", "'W2'>'A2' 1"});
}

TEST_CASE("Networks of several years in one archive share their nodes", "[pajek]") {
    const TestFiles files;
    const std::string vertices = "*vertices 2\n1 \"SG\"\n2 \"DE\"\n*arcs\n";
    files.write("World.zip", zip({{"World1990.net", vertices + "1 2 9\n2 1 9\n"},
                                  {"World2010.net", vertices + "1 2 399\n"},
                                  {"World2010T.vec", "*vertices 2\n5\n6\n"},
                                  {"README.md", "Text"}}));
    RecordedGraph graph;
    const auto report = load_graph_file(files.path("World.zip"), graph);
    CHECK(graph.nodes.size() == 2);
    REQUIRE(graph.relationships.size() == 3);
    CHECK(graph.relationships[0]["year"].integer() == 1990);
    CHECK(graph.relationships[2]["year"].integer() == 2010);
    CHECK(graph.relationships[2]["network"].string() == "World2010");
    CHECK(graph.relationships[2]["weight"].integer() == 399);
    CHECK(graph.nodes[1]["World2010T"].floating() == 6);
    CHECK(report.sources[0].ignored.size() == 1);
}

TEST_CASE("Lists, matrices and relations of Pajek are ties too", "[pajek]") {
    const TestFiles files;
    RecordedGraph graph;
    load_graph_file(
        files.write("x.net",
                    "*Network test\n*Vertices 3\n*Arcslist :1 \"cites\"\n1 2 3\n*Matrix :2 "
                    "\"pays\"\n0 1 0\n0 0 2.5\n0 0 0\n"),
        graph);
    REQUIRE(graph.relationships.size() == 4);
    CHECK(graph.of_type("cites").size() == 2);
    CHECK(graph.of_type("pays").size() == 2);
    CHECK((*graph.of_type("pays")[1])["weight"].floating() == 2.5);
}

TEST_CASE("What is wrong in a file of Pajek is named by its line", "[pajek]") {
    CHECK_THAT(failure("x.net", "*Vertices 2\n*Arcs\n1 3\n"),
               Contains("Line 3 of") && Contains("needs a vertex from 1 to 2"));
    CHECK_THAT(failure("x.net", "*Vertices 2\n*Arcs\n1 2 x\n"), Contains("needs a number"));
    CHECK_THAT(failure("x.net", "*Vertices many\n"), Contains("needs a whole number"));
    CHECK_THAT(failure("x.net", "*Vertices 2\n*Polygons\n"), Contains("no known part"));
    CHECK_THAT(failure("x.net", "*Vertices 2\n*Matrix\n0 1\n"), Contains("too few rows"));
    CHECK_THAT(failure("x.clu", "*Vertices 1\n1\n"), Contains("no network `.net`"));
    CHECK_THAT(failure("x.clu", "*Vertices 2\n1\n"), Contains("has 1 numbers for 2 vertices"));
}

TEST_CASE("A graph of GML has nodes, edges and what is said of them", "[gml]") {
    const TestFiles files;
    RecordedGraph graph;
    const auto report = load_graph_file(
        files.write("x.gml",
                    "Creator \"nobody\"\ngraph\n[\n  directed 0\n  node\n  [\n    id 5\n    "
                    "label \"A &amp; B &#233;\"\n    graphics [ x 1.5 y -2 ]\n  ]\n  node [ "
                    "id 7 ]\n  edge [ source 5 target 7 value 3 ] # a comment\n]\n"),
        graph);
    CHECK(report.sources[0].format == "gml");
    REQUIRE(graph.nodes.size() == 2);
    CHECK(graph.nodes[0]["id"].integer() == 5);
    CHECK(graph.nodes[0]["label"].string() == "A & B \xc3\xa9");
    CHECK(graph.nodes[0]["graphics.x"].floating() == 1.5);
    REQUIRE(graph.relationships.size() == 1);
    CHECK(graph.relationships[0]["value"].integer() == 3);
    CHECK(graph.relationships[0].source == 0);
}

TEST_CASE("What is wrong in a file of GML is named by its line", "[gml]") {
    CHECK_THAT(failure("x.gml", "graph [\n node [ id 1 ]\n edge [ source 1 target 2 ]\n]"),
               Contains("Line 3 of") && Contains("`target` `2` is no node's `id`"));
    CHECK_THAT(failure("x.gml", "graph [ node [ id 1 ] node [ id 1 ] ]"), Contains("another one"));
    CHECK_THAT(failure("x.gml", "graph [ node [ id 1 ]"), Contains("without its `]`"));
    CHECK_THAT(failure("x.gml", "graph [ ] ]"), Contains("closes nothing"));
    CHECK_THAT(failure("x.gml", "graph [ node [ label \"x ] ]"), Contains("without its end"));
    CHECK_THAT(failure("x.gml", "nothing 1"), Contains("has no `graph [`"));
}

TEST_CASE("A graph of GraphML has typed properties and defaults", "[graphml]") {
    const TestFiles files;
    RecordedGraph graph;
    const auto report = load_graph_file(
        files.write(
            "x.graphml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- by hand -->\n"
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
            "<key id=\"d0\" for=\"node\" attr.name=\"colour\" attr.type=\"string\">"
            "<default>yellow</default></key>\n"
            "<key id=\"d1\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n"
            "<graph id=\"G\" edgedefault=\"undirected\">\n"
            "<edge id=\"e0\" source=\"n0\" target=\"n1\"><data key=\"d1\">1.5</data></edge>\n"
            "<node id=\"n0\"><data key=\"d0\">blue &lt;1&gt;</data></node>\n"
            "<node id='n1'/>\n</graph></graphml>\n"),
        graph);
    CHECK(report.sources[0].format == "graphml");
    REQUIRE(graph.nodes.size() == 2);
    CHECK(graph.nodes[0]["colour"].string() == "blue <1>");
    CHECK(graph.nodes[1]["colour"].string() == "yellow");
    REQUIRE(graph.relationships.size() == 1);
    CHECK(graph.relationships[0]["weight"].floating() == 1.5);
    CHECK(graph.relationships[0]["id"].string() == "e0");
}

TEST_CASE("What is wrong in a file of GraphML is named", "[graphml]") {
    CHECK_THAT(failure("x.graphml", "<graphml><graph><node/></graph></graphml>"),
               Contains("node without `id`"));
    CHECK_THAT(failure("x.graphml", "<graphml><graph><node id=\"a\"></graph></graphml>"),
               Contains("closes `graph`, which is not open"));
    CHECK_THAT(failure("x.graphml", "<graphml><graph><hyperedge/></graph></graphml>"),
               Contains("`hyperedge`"));
    CHECK_THAT(
        failure("x.graphml", "<graphml><graph><edge source='a' target='b'/></graph></graphml>"),
        Contains("node `a` that is not there"));
    CHECK_THAT(failure("x.graphml", "<graphml></graphml>"), Contains("no `<graph>`"));
    CHECK_THAT(failure("x.graphml", "<!DOCTYPE x [<!ENTITY a 'b'>]><graphml/>"),
               Contains("declares entities"));
    CHECK_THAT(failure("x.graphml", "<graphml><graph><node id='a'><data key='d'>1</data></node>"
                                    "</graph></graphml>"),
               Contains("key `d` that is not declared"));
}
