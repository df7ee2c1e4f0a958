#include "loaders/load.h"

#include "graph/error.h"
#include "graph/temporal_parse.h"
#include "loaders/ror_record.h"

#include "packed_bytes.h"
#include "recorded_graph.h"
#include "test_files.h"

#include <catch2/catch.hpp>

using namespace lintas;
using namespace lintas::testing;
using Catch::Matchers::Contains;

namespace {

constexpr const char* second_schema = R"([
 {"id":"https://ror.org/0aaaaaa11","established":2019,"status":"active",
  "types":["funder","company"],"domains":["a.example","b.example"],
  "links":[{"type":"website","value":"https://a.example"},{"type":"wikipedia","value":"https://w.example"}],
  "admin":{"last_modified":{"date":"2026-02-24","schema_version":"2.1"}},
  "locations":[
   {"geonames_id":1,"geonames_details":{"country_code":"TH","country_name":"Thailand","lat":13.75,"lng":100.5,"name":"Bangkok",
    "continent_code":"AS","country_subdivision_name":"Bangkok"}},
   {"geonames_id":2,"geonames_details":{"country_code":"TH","country_name":"Thailand","lat":18.8,"lng":99,"name":"Chiang Mai"}},
   {"geonames_id":3,"geonames_details":{"country_code":"SG","country_name":"Singapore","lat":1.3,"lng":103.8,"name":"Singapore"}}],
  "names":[{"lang":null,"types":["acronym"],"value":"SYN"},
   {"lang":"en","types":["ror_display","label"],"value":" Synthetic\u00a0Institute\u200b "},
   {"lang":"th","types":["label"],"value":"สังเคราะห์"}],
  "external_ids":[{"type":"isni","all":["1","2"],"preferred":null},
   {"type":"wikidata","all":["Q1"],"preferred":"Q1"}],
  "relationships":[
   {"id":"https://ror.org/0bbbbbb22","type":"child","label":"B"},
   {"id":"https://ror.org/0bbbbbb22","type":"related","label":"B"},
   {"id":"https://ror.org/0cccccc33","type":"predecessor","label":"C"},
   {"id":"https://ror.org/0aaaaaa11","type":"related","label":"itself"},
   {"id":"https://ror.org/0dddddd44","type":"parent","label":"nowhere"},
   {"id":"not an id","type":"parent","label":"?"},
   {"id":"https://ror.org/0bbbbbb22","type":"cousin","label":"B"}]},
 {"id":"https://ror.org/0bbbbbb22","established":null,"status":"withdrawn","types":["education"],
  "locations":[],"names":[{"lang":"en","types":["ror_display"],"value":"Synthetic Part"}],
  "relationships":[
   {"id":"https://ror.org/0aaaaaa11","type":"parent","label":"A"},
   {"id":"https://ror.org/0aaaaaa11","type":"related","label":"A"}]},
 {"id":"https://ror.org/0cccccc33","status":"inactive","types":["archive"],"locations":[],
  "names":[{"lang":"en","types":["ror_display"],"value":"Synthetic Part"}],"relationships":[]}
])";

constexpr const char* first_schema = R"([
 {"id":"https://ror.org/0eeeeee55","name":"Synthetic Centre","established":1992,"types":["Facility","Company"],
  "status":"active","links":["https://e.example"],"aliases":["Old Centre"],"acronyms":["SC"],
  "labels":[{"label":"Συνθετικό","iso639":"el"}],"wikipedia_url":null,
  "country":{"country_name":"France","country_code":"FR"},
  "addresses":[{"lat":47.9,"lng":1.9,"city":"Orleans","state":null,"geonames_city":{"id":7}}],
  "external_ids":{"GRID":{"preferred":"grid.1","all":"grid.1"},"ISNI":{"preferred":null,"all":["9"]}},
  "relationships":[{"id":"https://ror.org/0ffffff66","type":"Parent","label":"F"}]},
 {"id":"https://ror.org/0ffffff66","name":"Synthetic Union","types":["Education"],"status":"active",
  "country":{"country_name":"Kosovo","country_code":"XK"},"addresses":[],
  "relationships":[{"id":"https://ror.org/0eeeeee55","type":"Child","label":"E"}]}
])";

loaders::LoadReport load_ror(const std::filesystem::path& path, RecordedGraph& graph,
                             const loaders::LoadOptions& options = {}) {
    const loaders::Source source{"ror", path};
    return loaders::load({&source, 1}, nullptr, graph, options);
}

std::string ror_failure(const std::string& text) {
    const TestFiles files;
    RecordedGraph graph;
    try {
        load_ror(files.write("ror.json", text), graph);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::Input);
        return error.what();
    }
    return "no error";
}

std::string record_with(const std::string& name, const std::string& more = "") {
    return R"({"id":"https://ror.org/0aaaaaa11","names":[{"value":")" + name +
           R"(","types":["ror_display"]}])" + more + "}";
}

} // namespace

TEST_CASE("An organisation of schema 2 becomes an Institution with all that is known", "[ror]") {
    const TestFiles files;
    RecordedGraph graph;
    const auto report = load_ror(files.write("ror-2026-06-23.json", second_schema), graph);
    CHECK(report.sources[0].count("organisations") == 3);
    const auto& node = graph.node("ror", "https://ror.org/0aaaaaa11");
    CHECK(node.labels == std::set<std::string>{"Institution", "Company", "Funder"});
    CHECK(node["id"].string() == "https://ror.org/0aaaaaa11");
    CHECK(node["name"].string() == "Synthetic Institute");
    CHECK(to_text(node["nameLanguages"]) == "['und', 'en', 'th']");
    CHECK(to_text(node["nameTypes"]) == "['acronym', 'ror_display;label', 'label']");
    CHECK(node["names"].list().at(1).string() == " Synthetic\xc2\xa0Institute\xe2\x80\x8b ");
    CHECK(node["type"].string() == "funder");
    CHECK(to_text(node["types"]) == "['funder', 'company']");
    CHECK(node["established"].integer() == 2019);
    CHECK(node["status"].string() == "active");
    CHECK(node["lat"].floating() == 13.75);
    CHECK(node["lng"].floating() == 100.5);
    CHECK(node["domain"].string() == "a.example");
    CHECK(node["website"].string() == "https://a.example");
    CHECK(node["wikipedia"].string() == "https://w.example");
    CHECK(node["isni"].string() == "1");
    CHECK(to_text(node["isniAll"]) == "['1', '2']");
    CHECK(node["wikidata"].string() == "Q1");
    CHECK(node["wikidataAll"].is_null());
    CHECK(node["modified"].as<Date>() == parse_date("2026-02-24"));
    CHECK(node["src"].string() == "ror");
    CHECK(node["seenAt"].as<Date>() == parse_date("2026-06-23"));
    const auto& withdrawn = graph.node("ror", "https://ror.org/0bbbbbb22");
    CHECK(withdrawn["status"].string() == "withdrawn");
    CHECK(withdrawn["established"].is_null());
    CHECK(withdrawn.labels == std::set<std::string>{"Institution"});
}

TEST_CASE("There is one LOCATED_IN a place, and one node a country with its memberships", "[ror]") {
    const TestFiles files;
    RecordedGraph graph;
    load_ror(files.write("a.json", second_schema), graph);
    const auto places = graph.from(graph.node("ror", "https://ror.org/0aaaaaa11"), "LOCATED_IN");
    REQUIRE(places.size() == 3);
    CHECK((*places[0])["city"].string() == "Bangkok");
    CHECK((*places[1])["geonamesId"].integer() == 2);
    CHECK(places[0]->target == places[1]->target);
    CHECK(graph.with_label("Country").size() == 2);
    const auto& singapore = graph.node("iso2", "SG");
    CHECK(singapore["iso3"].string() == "SGP");
    const auto memberships = graph.from(singapore, "MEMBER_OF");
    REQUIRE(memberships.size() == 1);
    CHECK((*memberships[0])["from"].as<Date>() == parse_date("1967-08-08"));
    CHECK(graph.nodes[memberships[0]->target]["id"].string() == "ASEAN");
}

TEST_CASE("Relationships are stored once, whichever end names them", "[ror]") {
    const TestFiles files;
    RecordedGraph graph;
    const auto report = load_ror(files.write("a.json", second_schema), graph);
    const auto ends = [&](const std::string& type) {
        const auto found = graph.of_type(type);
        REQUIRE(found.size() == 1);
        return graph.nodes[found[0]->source]["ror"].string().substr(16, 1) + ">" +
               graph.nodes[found[0]->target]["ror"].string().substr(16, 1);
    };
    CHECK(ends("PART_OF") == "0>0");
    CHECK(graph.nodes[graph.of_type("PART_OF")[0]->source]["name"].string() == "Synthetic Part");
    CHECK(graph.nodes[graph.of_type("RELATED_TO")[0]->source]["ror"].string() ==
          "https://ror.org/0aaaaaa11");
    CHECK(graph.of_type("RELATED_TO").size() == 1);
    REQUIRE(graph.of_type("SUCCEEDED_BY").size() == 1);
    CHECK(graph.nodes[graph.of_type("SUCCEEDED_BY")[0]->target]["ror"].string() ==
          "https://ror.org/0aaaaaa11");
    CHECK(report.sources[0].rejected ==
          std::map<std::string, std::uint64_t>{
              {"relationship of an organisation to itself", 1},
              {"relationship to an organisation that is not in the data", 1},
              {"relationship to something that has no ROR id", 1},
              {"relationship of an unknown type", 1}});
}

TEST_CASE("An organisation of schema 1 is read like one of schema 2", "[ror]") {
    const TestFiles files;
    RecordedGraph graph;
    const auto report = load_ror(files.write("v1.json.gz", gzip(first_schema)), graph);
    CHECK(report.rejected == 0);
    const auto& node = graph.node("ror", "https://ror.org/0eeeeee55");
    CHECK(node.labels == std::set<std::string>{"Institution", "Company"});
    CHECK(node["name"].string() == "Synthetic Centre");
    CHECK(to_text(node["nameLanguages"]) == "['und', 'el', 'und', 'und']");
    CHECK(to_text(node["types"]) == "['facility', 'company']");
    CHECK(node["grid"].string() == "grid.1");
    CHECK(node["isni"].string() == "9");
    CHECK(node["website"].string() == "https://e.example");
    const auto places = graph.from(node, "LOCATED_IN");
    REQUIRE(places.size() == 1);
    CHECK((*places[0])["city"].string() == "Orleans");
    CHECK(graph.nodes[places[0]->target]["iso2"].string() == "FR");
    CHECK(graph.of_type("PART_OF").size() == 1);
    CHECK(graph.from(graph.node("ror", "https://ror.org/0ffffff66"), "LOCATED_IN").size() == 1);
}

TEST_CASE("A dump's archive is read once: its newest JSON", "[ror]") {
    const TestFiles files;
    RecordedGraph graph;
    const auto report =
        load_ror(files.write("dump.zip", zip({{"ror-data.csv", "id,name\n"},
                                              {"ror-data.json", first_schema},
                                              {"ror-data_schema_v2.json", second_schema}})),
                 graph);
    CHECK(report.sources[0].count("organisations") == 3);
    CHECK(report.sources[0].ignored.size() == 2);
}

TEST_CASE("Single records and a record a line are read as well", "[ror]") {
    const TestFiles files;
    RecordedGraph graph;
    load_ror(files.write("one.json", record_with("Synthetic One")), graph);
    CHECK(graph.node("name", "Synthetic One").labels.contains("Institution"));
    RecordedGraph lines;
    load_ror(files.write("lines.jsonl", record_with("Synthetic One") + "\n" +
                                            R"({"id":"0bbbbbb22","name":"Synthetic Two"})" + "\n"),
             lines);
    CHECK(lines.with_label("Institution").size() == 2);
}

TEST_CASE("Of two records with one id the newer one counts", "[ror]") {
    const TestFiles files;
    const auto dated = [](const std::string& name, const std::string& date) {
        return record_with(name, R"(,"admin":{"last_modified":{"date":")" + date + "\"}}");
    };
    const auto name = [&](const std::string& first, const std::string& second) {
        RecordedGraph graph;
        load_ror(files.write("a.json", "[" + first + "," + second + "]"), graph);
        return graph.with_label("Institution").at(0)->properties.at("name").string();
    };
    CHECK(name(dated("A", "2025-01-01"), dated("B", "2026-01-01")) == "B");
    CHECK(name(dated("A", "2026-01-01"), dated("B", "2025-01-01")) == "A");
    CHECK(name(dated("A", "2025-01-01"), dated("B", "2025-01-01")) == "B");
    CHECK(name(dated("A", "2025-01-01"),
               R"({"id":"https://ror.org/0aaaaaa11","name":"First schema"})") == "A");
}

TEST_CASE("Records without a ROR id are rejected", "[ror]") {
    const TestFiles files;
    RecordedGraph graph;
    const auto report = load_ror(
        files.write("a.json", "[" + record_with("A") + R"(,{"id":7},"text",{"id":"x"},null])"),
        graph);
    CHECK(report.sources[0].rejected.at("record without a ROR id") == 4);
    CHECK(report.sources[0].rows == 5);
}

TEST_CASE("What is not whole JSON or has no records of ROR is an error", "[ror]") {
    CHECK_THAT(ror_failure("[" + record_with("A")), Contains("record 1"));
    CHECK_THAT(ror_failure(record_with("A").substr(0, 40)),
               Contains("the text ends in the middle"));
    CHECK_THAT(ror_failure("[" + record_with("A") + "] x"), Contains("text follows"));
    CHECK_THAT(ror_failure("[" + record_with("A") + " " + record_with("A") + "]"),
               Contains("`,` or `]` is expected"));
    CHECK_THAT(ror_failure("[" + record_with("A") + ",]"), Contains("is not whole JSON: record 2"));
    CHECK_THAT(ror_failure("[" + record_with("\xff") + "]"), Contains("is not whole JSON"));
    CHECK_THAT(ror_failure(""), Contains("the file is empty"));
    CHECK_THAT(ror_failure("[{\"id\":1}]"), Contains("none with a ROR id"));
    CHECK_THAT(ror_failure("[" + std::string(100, '[') + "]"), Contains("nested deeper than 64"));
    CHECK_THAT(ror_failure("[" + std::string(1'000'000, '[')), Contains("nested deeper than 64"));
    CHECK_THAT(ror_failure(record_with(
                   "A", R"(,"locations":[{"geonames_details":{"country_code":"QQ"}}])")),
               Contains("record 1: the country code `QQ` of `https://ror.org/0aaaaaa11` is not "
                        "known; the codes of ISO 3166-1 and XK are allowed"));
}

TEST_CASE("A ROR id is read with or without its front", "[ror]") {
    using loaders::ror_id;
    CHECK(ror_id("https://ror.org/0aaaaaa11") == "https://ror.org/0aaaaaa11");
    CHECK(ror_id("ror.org/0AAAAAA11") == "https://ror.org/0aaaaaa11");
    CHECK(ror_id("0aaaaaa11") == "https://ror.org/0aaaaaa11");
    for (const auto* text : {"", "1aaaaaa11", "0aaaaaa1", "0aaaaaaxx", "https://x.org/0aaaaaa11",
                             "0aa-aaa11", "https://ror.org/"}) {
        CAPTURE(text);
        CHECK(ror_id(text).empty());
    }
}
