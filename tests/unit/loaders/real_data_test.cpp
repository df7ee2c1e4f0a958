// The counts of real dumps. They are no part of the project; without them these tests pass.
#include "loaders/load.h"

#include "recorded_graph.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace lintas;
using lintas::testing::RecordedGraph;

namespace {

const std::filesystem::path data = LINTAS_SHARED_DATA;

// The groups of countries that each project of a framework joins, by today's members.
struct Reach {
    std::map<std::string, int> participations_of_country;
    int joins_both = 0;
};

Reach reach(const RecordedGraph& graph, const std::string& framework) {
    std::map<std::size_t, std::set<std::string>> regions_of_country;
    for (const auto* membership : graph.of_type("MEMBER_OF")) {
        if (!(*membership)["to"].is_null()) continue;
        regions_of_country[membership->source].insert(
            graph.nodes[membership->target]["id"].string());
    }
    std::map<std::size_t, std::set<std::size_t>> countries_of;
    for (const auto* place : graph.of_type("LOCATED_IN")) {
        countries_of[place->source].insert(place->target);
    }
    Reach result;
    std::map<std::size_t, std::set<std::string>> regions_of_project;
    for (const auto* participation : graph.of_type("PARTICIPATES_IN")) {
        const auto project_framework = graph.nodes[participation->target]["framework"];
        if (project_framework.string() != framework) continue;
        for (const auto country : countries_of[participation->source]) {
            ++result.participations_of_country[graph.nodes[country]["iso2"].string()];
            regions_of_project[participation->target].merge(std::set{regions_of_country[country]});
        }
    }
    for (const auto& [project, regions] : regions_of_project) {
        if (regions.size() == 2) ++result.joins_both;
    }
    return result;
}

} // namespace

TEST_CASE("ROR and CORDIS hold what their publishers say", "[loaders][real]") {
    if (!std::filesystem::exists(data / "cordis")) return;
    RecordedGraph graph;
    const loaders::Source sources[] = {
        {"ror", data / "ror/ror-all-v2-2026-06-23_schema_v2.zip"},
        {"cordis", data / "cordis/h2020-eunets"},
        {"cordis", data / "cordis/horizon-hopon"},
        {"cordis", data / "cordis/pic_names_derived.csv"},
    };
    const auto report = loaders::load(sources, nullptr, graph);
    CHECK(graph.is_finished);
    CHECK(report.sources[0].count("organisations") == 35'990);
    CHECK(report.sources[1].count("participations") == 144'726);
    CHECK(report.sources[1].count("projects") == 31'451);
    CHECK(report.sources[1].count("organisations") == 35'871);
    CHECK(report.sources[2].count("projects") == 1'118);
    CHECK(report.sources[2].count("participations") == 12'518);
    CHECK(report.sources[2].count("organisations") == 6'506);

    const auto h2020 = reach(graph, "H2020");
    const std::map<std::string, int> asean = {{"TH", 41}, {"VN", 36}, {"MY", 35},
                                              {"ID", 32}, {"SG", 23}, {"PH", 12},
                                              {"KH", 3},  {"LA", 2},  {"MM", 1}};
    for (const auto& [country, count] : asean) {
        INFO(country);
        CHECK(h2020.participations_of_country.at(country) == count);
    }
    CHECK(h2020.participations_of_country.at("NA") == 11);
    CHECK(h2020.joins_both == 120);
    const auto horizon = reach(graph, "HORIZON");
    CHECK(horizon.participations_of_country.at("PH") == 5);
    CHECK(horizon.joins_both == 6);

    std::set<std::string> pics;
    std::size_t with_pic = 0;
    for (const auto* label : {"Institution", "Company"}) {
        for (const auto* node : graph.with_label(label)) {
            if ((*node)["pic"].is_null()) continue;
            pics.insert((*node)["pic"].string());
            ++with_pic;
        }
    }
    CHECK(pics.size() == 38'692);
    CHECK(pics.size() == with_pic);
    const auto says_no_source = [](const auto& entity) { return entity["src"].is_null(); };
    CHECK(std::ranges::none_of(graph.nodes, says_no_source));
    CHECK(std::ranges::none_of(graph.relationships, says_no_source));
}
