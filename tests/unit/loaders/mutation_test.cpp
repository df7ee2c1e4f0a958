// Files that are damaged at random: a load either succeeds or ends in an Input error, and never in
// anything else.
#include "loaders/load.h"

#include "graph/error.h"

#include "packed_bytes.h"
#include "recorded_graph.h"
#include "test_files.h"

#include <catch2/catch.hpp>

#include <random>

using namespace lintas;
using namespace lintas::testing;

namespace {

struct Sample {
    std::string format;
    std::string name;
    std::string bytes;
};

std::vector<Sample> samples() {
    const std::string nodes =
        "id:ID(N),name,age:int,at:date,p:point,xs:float[],:LABEL\n"
        "1,\"Synthetic "
        "\"\"A\"\"\",3,2024-02-29,\"{x:1,y:2}\",1;2.5,A;B\n2,b,,,,,\n3,\xc3\xa9,7,,,,A\n";
    const std::string ror =
        R"([{"id":"https://ror.org/0aaaaaa11","names":[{"value":"Synthetic","types":["ror_display"],"lang":"en"}],)"
        R"("locations":[{"geonames_id":1,"geonames_details":{"country_code":"TH","lat":1.5,"lng":2}}],)"
        R"("external_ids":[{"type":"isni","all":["1"],"preferred":"1"}],"established":1990,)"
        R"("relationships":[{"id":"https://ror.org/0bbbbbb22","type":"child"}]},)"
        R"({"id":"https://ror.org/0bbbbbb22","name":"Synthetic Two","country":{"country_code":"FR"}}])";
    const std::string table =
        "rcn,role,pic,type,contribution,country,start_date,end_date,start_year\n"
        "500001,coordinator,900000001,HES,317625.5,EL,2019-05-01,2022-04-30,2019\n"
        "500001,participant,900000002,PRC,NA,NA,2019-05-01,NA,2019\n";
    const std::string organisations =
        "projectID|name|activityType|country|contactForm|role|ecContribution\n"
        "101000001|\"\"\"LLC "
        "\"\"\"\"SYN\"\"\"\"\"\"\"|HES|XK|https://c.example/p/900000001/1|coordinator|1,5\n";
    return {{"csv", "N.csv", nodes},
            {"csv", "N.csv.gz", gzip(nodes)},
            {"csv", "N.csv.zst", zstd(nodes)},
            {"csv", "N.zip", zip({{"N.csv", nodes}, {"R.csv", ":START_ID(N),:END_ID(N)\n1,2\n"}})},
            {"ror", "ror.json", ror},
            {"ror", "ror.json.gz", gzip(ror)},
            {"ror", "ror.zip", zip({{"ror.json", ror}})},
            {"cordis", "h2020.csv", table},
            {"cordis", "h2020.csv.gz", gzip(table)},
            {"cordis", "orgs.csv", organisations},
            {"edgelist", "x.edges", "# a\n1 2 0.5\n2 3\nb c\n"},
            {"pajek", "x.net", "*Vertices 3 1\n1 \"a\"\n2 b\n*Arcs\n1 2 3\n*Matrix\n1 0\n"},
            {"gml", "x.gml",
             "graph [ node [ id 1 label \"a\" ] node [ id 2 ] edge [ source 1 target 2 w 1.5 ] ]"},
            {"graphml", "x.graphml",
             "<graphml><key id='w' for='edge' attr.name='w' attr.type='double'/><graph>"
             "<node id='a'/><node id='b'/><edge source='a' target='b'><data key='w'>1</data>"
             "</edge></graph></graphml>"},
            {"", "anything", ror},
            {"", "something", table}};
}

std::string damaged(std::string bytes, std::mt19937& random) {
    if (random() % 3 == 0) bytes.resize(random() % bytes.size());
    const auto flips = random() % 4;
    for (unsigned i = 0; i < flips && !bytes.empty(); ++i) {
        constexpr std::string_view special = "\"\n\r,|;:{}[]\\\0\xff";
        auto& byte = bytes[random() % bytes.size()];
        byte = random() % 2 == 0 ? special[random() % special.size()]
                                 : static_cast<char>(byte ^ 1 << random() % 8);
    }
    return bytes;
}

} // namespace

TEST_CASE("A damaged file is loaded or refused, with and without tolerance", "[loaders]") {
    const auto seed = GENERATE(range(1u, 61u));
    CAPTURE(seed);
    std::mt19937 random{seed};
    const TestFiles files;
    for (const auto& [format, name, bytes] : samples()) {
        CAPTURE(name);
        const loaders::Source source{format, files.write(name, damaged(bytes, random))};
        for (const bool tolerate : {false, true}) {
            loaders::LoadOptions options;
            options.tolerate = tolerate;
            options.reject_file = files.path("rejects.csv");
            RecordedGraph graph;
            try {
                loaders::load({&source, 1}, nullptr, graph, options);
                CHECK(graph.is_finished);
            } catch (const Error& error) {
                CAPTURE(error.what());
                CHECK(error.code() == ErrorCode::Input);
                CHECK_FALSE(graph.is_finished);
            }
        }
    }
}
