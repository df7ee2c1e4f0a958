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

namespace {

constexpr const char* participations =
    "rcn,role,pic,type,contribution,country,start_date,end_date,max_contribution,total_cost,"
    "start_year,end_year,duration,group,nunique\n"
    "500001,coordinator,900000001,HES,317625.5,EL,2019-05-01,2022-04-30,2927875,NA,2019,2022,36,"
    "eu15,4\n"
    "500001,participant,900000002,PRC,NA,NA,2019-05-01,2022-04-30,2927875,NA,2019,2022,36,tc,4\n"
    "500002,partner,900000003,REC,1,UK,NA,NA,1,2,NA,NA,NA,eu15,1\n";

constexpr const char* parts = "rcn,programme_part\n500001,SC1\n500001,MSCA\n599999,SC2\n";

constexpr const char* projects =
    "id|acronym|title|startDate|endDate|totalCost|legalBasis|topics|masterCall|subCall|"
    "fundingScheme|objective|grantDoi|cluster\n"
    "101000001|SYN|Synthetic title|2024-01-01|2027-12-31|7995922,4|HORIZON.2.1|T-1|M|S|RIA|"
    "Invented aim|10.9999/1|Cluster 5\n"
    "101000002|OTH|Another|2024-01-01|2027-12-31|0|HORIZON.4.1|T-2|M|S|CSA|Aim||Other\n";

std::string organisation_header() {
    return "projectID|name|shortName|SME|activityType|city|country|organizationURL|contactForm|"
           "order|role|ecContribution\n";
}

std::string organisation(const std::string& project, const std::string& pic,
                         const std::string& name, const std::string& country,
                         const std::string& role, const std::string& type = "HES",
                         const std::string& contribution = "540000.0") {
    return project + "|" + name + "|SHORT|False|" + type + "|Town|" + country +
           "|http://o.example|https://c.example/contact-form/project/" + pic + "/" + project +
           "|2.0|" + role + "|" + contribution + "\n";
}

// An edition as CORDIS itself publishes it: everything quoted, dates with times, both decimals.
constexpr const char* original_organisations =
    "\"projectID\",\"projectAcronym\",\"organisationID\",\"vatNumber\",\"name\",\"shortName\","
    "\"SME\",\"activityType\",\"street\",\"postCode\",\"city\",\"country\",\"nutsCode\","
    "\"geolocation\",\"organizationURL\",\"contactForm\",\"contentUpdateDate\",\"rcn\",\"order\","
    "\"role\",\"ecContribution\",\"netEcContribution\",\"totalCost\",\"endOfParticipation\","
    "\"active\"\n"
    "\"800001\",\"SYN\",\"900000009\",\"XX1\",\"INVENTED LAB\",\"IL\",\"true\",\"REC\",\"Road 1\","
    "\"1 "
    "23\",\"Town\",\"SE\",\"SE1\",\"59.4,17.9\",\"http://l.example\",\"https://c.example/p/1/2\","
    "\"2023-04-29 01:07:00\",\"19\",\"2\",\"participant\",\"771225.0\",\"771225.0\",\"771225,1\","
    "\"False\",\"\"\n";

class Folder {
public:
    Folder& add(const std::string& name, const std::string& text) {
        files.write(name, text);
        return *this;
    }
    loaders::LoadReport load(RecordedGraph& graph, const loaders::LoadOptions& options = {}) const {
        const loaders::Source source{"cordis", files.path()};
        return loaders::load({&source, 1}, nullptr, graph, options);
    }
    std::string failure() const {
        RecordedGraph graph;
        try {
            load(graph);
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::Input);
            return error.what();
        }
        return "no error";
    }

    TestFiles files;
};

const RecordedRelationship& participation(const RecordedGraph& graph, const std::string& pic) {
    const auto found = graph.from(graph.node("pic", pic), "PARTICIPATES_IN");
    REQUIRE(found.size() == 1);
    return *found[0];
}

// The codes of the countries that the organisation is located in.
std::set<std::string> countries(const RecordedGraph& graph, const std::string& pic) {
    std::set<std::string> codes;
    for (const auto* place : graph.from(graph.node("pic", pic), "LOCATED_IN")) {
        codes.insert(graph.nodes[place->target]["iso2"].string());
    }
    return codes;
}

} // namespace

TEST_CASE("The participation table gives organisations, projects and what joins them", "[cordis]") {
    Folder folder;
    folder.add("h2020.csv.gz", gzip(participations)).add("programme_parts.csv.gz", gzip(parts));
    folder.add("README.md", "text").add("countries.yml", "a: b");
    RecordedGraph graph;
    const auto report = folder.load(graph);
    CHECK(report.sources[0].count("participations") == 3);
    CHECK(report.sources[0].count("projects") == 2);
    CHECK(report.sources[0].count("organisations") == 3);
    CHECK(report.sources[0].count("programme parts of projects") == 2);
    CHECK(report.sources[0].rejected.at("about a project that no table describes") == 1);
    CHECK(report.sources[0].ignored.size() == 2);

    const auto& project = graph.node("rcn", "500001");
    CHECK(project.labels == std::set<std::string>{"Project"});
    CHECK(project["id"].string() == "rcn:500001");
    CHECK(project["framework"].string() == "H2020");
    CHECK(project["startDate"].as<Date>() == parse_date("2019-05-01"));
    CHECK(project["startYear"].integer() == 2019);
    CHECK(project["ecMaxContribution"].floating() == 2927875);
    CHECK(project["totalCost"].is_null());
    CHECK(project["src"].string() == "cordis-h2020");
    CHECK(graph.node("rcn", "500002")["startYear"].is_null());

    CHECK(graph.node("pic", "900000001").labels == std::set<std::string>{"Institution"});
    CHECK(graph.node("pic", "900000002").labels == std::set<std::string>{"Company"});
    CHECK(participation(graph, "900000001")["ecContribution"].floating() == 317625.5);
    CHECK(participation(graph, "900000001")["role"].string() == "coordinator");
    CHECK(graph.of_type("COORDINATES").size() == 1);
    CHECK(graph.from(project, "ADDRESSES").size() == 2);
    CHECK_THAT(graph.node("code", "SC1")["title"].string(), Contains("Health"));
    CHECK(graph.node("code", "SC1")["kind"].string() == "societal challenge");
}

TEST_CASE("NA is Namibia as a country and nothing as a contribution; EL and UK are GR and GB",
          "[cordis]") {
    Folder folder;
    folder.add("h2020.csv", participations);
    RecordedGraph graph;
    folder.load(graph);
    CHECK(participation(graph, "900000002")["ecContribution"].is_null());
    CHECK(participation(graph, "900000002")["country"].string() == "NA");
    CHECK(countries(graph, "900000002") == std::set<std::string>{"NA"});
    CHECK(countries(graph, "900000001") == std::set<std::string>{"GR"});
    CHECK(countries(graph, "900000003") == std::set<std::string>{"GB"});
}

TEST_CASE("Projects and organisations of Horizon Europe are joined by grant number and PIC",
          "[cordis]") {
    Folder folder;
    folder.add("projects_2025-02-26_x.csv", projects);
    folder.add("orgs_2025-02-26_x.csv", organisation_header() +
                                            organisation("101000001", "900000001",
                                                         "\"\"\"LLC \"\"\"\"INVENTED\"\"\"\"\"\"\"",
                                                         "XK", "coordinator", "PRC") +
                                            organisation("101000001", "900000004", "Namibian Lab",
                                                         "", "associatedPartner", "REC", ""));
    RecordedGraph graph;
    const auto report = folder.load(graph);
    CHECK(report.sources[0].count("projects") == 2);
    CHECK(report.sources[0].count("organisation rows without a country") == 1);
    CHECK(report.sources[0].count("projects outside of all clusters") == 1);
    const auto& project = graph.node("id", "101000001");
    CHECK(project["framework"].string() == "HORIZON");
    CHECK(project["totalCost"].floating() == 7995922.4);
    CHECK(project["endYear"].integer() == 2027);
    CHECK(project["objective"].string() == "Invented aim");
    CHECK(project["programme"].string() == "HORIZON.2.1");
    CHECK(project["src"].string() == "cordis-he");
    CHECK(project["seenAt"].as<Date>() == parse_date("2025-02-26"));
    CHECK(graph.node("code", "Cluster 5")["title"].string() == "Climate, energy and mobility");

    const auto& company = graph.node("pic", "900000001");
    CHECK(company["name"].string() == "LLC \"INVENTED\"");
    CHECK(company["shortName"].string() == "SHORT");
    CHECK_FALSE(company["sme"].boolean());
    CHECK(company["website"].string() == "http://o.example");
    CHECK(company.labels == std::set<std::string>{"Company"});
    CHECK(participation(graph, "900000001")["order"].integer() == 2);
    CHECK(countries(graph, "900000001") == std::set<std::string>{"XK"});
    CHECK(participation(graph, "900000004")["ecContribution"].is_null());
    CHECK(countries(graph, "900000004").empty());
}

TEST_CASE("Later editions win, `_old_` ones count as older, and no row is lost", "[cordis]") {
    Folder folder;
    const auto edition = [&](const std::string& file, const std::string& role,
                             const std::string& country, const std::string& contribution) {
        folder.add(file, organisation_header() + organisation("101000001", "900000001", "Invented",
                                                              country, role, "HES", contribution));
    };
    edition("orgs_2025-02-26_z.csv", "coordinator", "FR", "1");
    edition("orgs_old_2026-01-15_a.csv", "participant", "IN", "2");
    edition("orgs_2026-01-15_b.csv", "participant", "XH", "");
    folder.add("projects_2025-02-26_z.csv", projects);
    RecordedGraph graph;
    const auto report = folder.load(graph);
    CHECK(report.sources[0].count("participations") == 1);
    CHECK(report.sources[0].count("rows that repeat a participation") == 2);
    const auto& last = participation(graph, "900000001");
    CHECK(last["role"].string() == "participant");
    CHECK(last["ecContribution"].is_null());
    CHECK(last["seenAt"].as<Date>() == parse_date("2026-01-15"));
    CHECK(countries(graph, "900000001") == std::set<std::string>{"IN"});
    CHECK(graph.of_type("COORDINATES").empty());
}

TEST_CASE("A PIC is one organisation in both programmes", "[cordis]") {
    Folder folder;
    folder.add("h2020.csv", participations).add("projects.csv", projects);
    folder.add("orgs.csv", organisation_header() +
                               organisation("101000001", "900000002", "Both", "NA", "participant"));
    RecordedGraph graph;
    folder.load(graph);
    const auto& both = graph.node("pic", "900000002");
    CHECK(graph.from(both, "PARTICIPATES_IN").size() == 2);
    CHECK(both["name"].string() == "Both");
    CHECK(countries(graph, "900000002") == std::set<std::string>{"NA"});
    CHECK(both.labels == std::set<std::string>{"Institution"});
}

TEST_CASE("A file of names names organisations, and says no more than is missing", "[cordis]") {
    const TestFiles files;
    const loaders::Source sources[] = {
        {"cordis", files.write("names.csv", "pic,name,shortName,country,activityType,city,from\n"
                                            "900000001,Named Lab,NL,FR,PRC,Town,x\n"
                                            "900000009,Nobody,,FR,PRC,Town,x\n")},
        {"cordis", files.write("h2020.csv", participations)}};
    RecordedGraph graph;
    const auto report = loaders::load(sources, nullptr, graph);
    const auto& named = graph.node("pic", "900000001");
    CHECK(named["name"].string() == "Named Lab");
    CHECK(named["city"].string() == "Town");
    CHECK(named["activityType"].string() == "HES");
    CHECK(countries(graph, "900000001") == std::set<std::string>{"GR"});
    CHECK(report.sources[0].count("organisations named") == 1);
    CHECK(report.sources[0].rejected.at("name of an organisation that takes part in nothing") == 1);
}

TEST_CASE("CORDIS's own columns are read, with a decimal point and a comma in one row",
          "[cordis]") {
    Folder folder;
    folder.add("organization.csv", original_organisations);
    RecordedGraph graph;
    folder.load(graph);
    const auto& node = graph.node("pic", "900000009");
    CHECK(node["sme"].boolean());
    CHECK(node["lat"].floating() == 59.4);
    CHECK(node["street"].string() == "Road 1");
    const auto& row = participation(graph, "900000009");
    CHECK(row["ecContribution"].floating() == 771225.0);
    CHECK(row["totalCost"].floating() == 771225.1);
    CHECK_FALSE(row["endOfParticipation"].boolean());
    CHECK(row["active"].is_null());
    CHECK(row["modified"].is(ValueType::LocalDateTime));
    CHECK(graph.nodes[row.target]["id"].string() == "800001");
    CHECK(graph.nodes[row.target].labels == std::set<std::string>{"Project"});
}

TEST_CASE("A project known by its rcn and by its grant number is one project", "[cordis]") {
    const std::string header =
        "\"id\",\"acronym\",\"status\",\"title\",\"startDate\",\"endDate\",\"totalCost\","
        "\"ecMaxContribution\",\"legalBasis\",\"topics\",\"ecSignatureDate\","
        "\"frameworkProgramme\",\"masterCall\",\"subCall\",\"fundingScheme\",\"nature\","
        "\"objective\",\"contentUpdateDate\",\"rcn\",\"grantDoi\"\n";
    const std::string row =
        "\"800001\",\"SYN\",\"CLOSED\",\"Synthetic title\",\"2016-04-01\",\"2016-09-30\","
        "\"71429\",\"50000\",\"H2020-EU.3.2.\",\"T\",\"\",\"H2020\",\"\",\"S\",\"SME-1\",\"\","
        "\"Aim\",\"2022-08-16 10:00:00\",\"500001\",\"\"\n";
    Folder with_header;
    with_header.add("project.csv", header + row).add("h2020.csv", participations);
    Folder without_header;
    without_header.add("project.csv", row).add("h2020.csv", participations);
    for (const auto* folder : {&with_header, &without_header}) {
        RecordedGraph graph;
        folder->load(graph);
        const auto& project = graph.node("rcn", "500001");
        CHECK(project["id"].string() == "800001");
        CHECK(project["title"].string() == "Synthetic title");
        CHECK(project["startYear"].integer() == 2016);
        CHECK(project["status"].string() == "CLOSED");
        CHECK(graph.nodes[participation(graph, "900000001").target]["id"].string() == "800001");
    }
    Folder only_header;
    only_header.add("project.csv", header).add("h2020.csv", participations);
    RecordedGraph graph;
    CHECK(only_header.load(graph).sources[0].count("projects") == 2);
}

TEST_CASE("EuroSciVoc topics hang below one another, call topics stand alone", "[cordis]") {
    Folder folder;
    folder.add("projects.csv", projects);
    folder.add("euroSciVoc.csv",
               "\"projectID\";\"euroSciVocCode\";\"euroSciVocPath\";\"euroSciVocTitle\";\"x\"\n"
               "\"101000001\";\"/23/47/297\";\"/sciences/computing/learning\";\"learning\";\"\"\n"
               "\"101000002\";\"/23/48\";\"/sciences/a/b\";\"cut otherwise\";\"\"\n"
               "\"101000002\";\"23\";\"/sciences\";\"no path\";\"\"\n"
               "\"199999999\";\"/23\";\"/sciences\";\"sciences\";\"\"\n");
    folder.add("topics.csv", "\"projectID\";\"topic\";\"title\"\n"
                             "\"101000001\";\"CALL-1\";\"Invented call\"\n");
    RecordedGraph graph;
    const auto report = folder.load(graph);
    CHECK(report.sources[0].rejected.at("topic without a path of codes") == 1);
    CHECK(report.sources[0].rejected.at("about a project that no table describes") == 1);
    CHECK(graph.node("code", "/23")["name"].string() == "sciences");
    CHECK(graph.node("code", "/23/47/297")["name"].string() == "learning");
    CHECK(graph.node("code", "/23/48")["name"].string() == "cut otherwise");
    CHECK(graph.node("id", "call:CALL-1")["name"].string() == "Invented call");
    CHECK(graph.of_type("SUBTOPIC_OF").size() == 3);
    CHECK(graph.of_type("ABOUT").size() == 3);
}

TEST_CASE("Rows that cannot be used are rejected with their reason", "[cordis]") {
    Folder folder;
    folder.add("h2020.csv", std::string{participations} +
                                "500003,participant,,REC,1,FR,NA,NA,1,2,NA,NA,NA,eu15,1\n"
                                "x,participant,900000005,REC,1,FR,NA,NA,1,2,NA,NA,NA,eu15,1\n"
                                "500003,participant,900000005,REC,1,FR,soon,NA,1,2,NA,NA,NA,e,1\n");
    loaders::LoadOptions options;
    const TestFiles out;
    options.reject_file = out.path("rejects.csv");
    RecordedGraph graph;
    const auto report = folder.load(graph, options);
    CHECK(report.sources[0].rejected ==
          std::map<std::string, std::uint64_t>{{"organisation without a PIC", 1},
                                               {"project without a number", 1},
                                               {"value of another type", 1}});
    CHECK(report.sources[0].count("participations") == 3);
    CHECK_THAT(TestFiles::read(options.reject_file),
               Contains("h2020.csv,7,value of another type,start_date: soon\n"));
}

TEST_CASE("Structural faults of a table are errors", "[cordis]") {
    const auto failure = [](const std::string& name, const std::string& text) {
        Folder folder;
        folder.add(name, text);
        return folder.failure();
    };
    CHECK_THAT(failure("h2020.csv", std::string{participations} + "1,2,3\n"),
               EndsWith("h2020.csv` line 5: 3 fields found, where the header names 15"));
    std::string unknown = participations;
    unknown.replace(unknown.find(",UK,"), 4, ",QQ,");
    CHECK_THAT(failure("h2020.csv", unknown),
               EndsWith("line 4: column `country`: `QQ` is not the code of a country; the codes of "
                        "ISO 3166-1 and EL, UK, XK, XH are allowed"));
    CHECK_THAT(failure("h2020.csv", "rcn,role,pic,type,contribution,start_date,end_date\n"),
               EndsWith("line 1: the column `country` is missing, which a table of participations "
                        "by rcn and PIC has"));
    CHECK_THAT(failure("o.csv", "projectID|name|activityType|country|role|ecContribution\n"),
               Contains("`organisationID` or `contactForm` is expected"));
    const auto packed = gzip(participations);
    CHECK_THAT(failure("h2020.csv.gz", packed.substr(0, packed.size() / 2)),
               Contains("its gzip data end in the middle"));
    CHECK_THAT(failure("h2020.csv", "rcn,role,pic,type,contribution,country,start_date,end_date\n"
                                    "\"1"),
               Contains("line 2: a quoted field has no closing quote"));
    CHECK_THAT(failure("a.txt", "hello"), Contains("holds no table of CORDIS; known are projects"));
}

TEST_CASE("Structural faults of rows may be tolerated", "[cordis]") {
    Folder folder;
    folder.add("h2020.csv", std::string{participations} + "1,2,3\n");
    loaders::LoadOptions options;
    options.tolerate = true;
    RecordedGraph graph;
    const auto report = folder.load(graph, options);
    CHECK(report.sources[0].rejected.at("too few fields") == 1);
}
