#include "graph/error.h"
#include "graph/memory_store.h"
#include "server/report/document.h"
#include "server/report/embedded_files.h"
#include "server/report/write_report.h"

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <set>

using namespace lintas;
using namespace lintas::report;
using Catch::Matchers::StartsWith;

namespace {

void quiet(std::string_view, std::size_t, std::size_t, std::string_view) {}

// A region of two countries that share a project, against one of one.
std::unique_ptr<Store> small_world() {
    auto store = make_memory_store();
    query::Engine engine{*store};
    const auto cursor = engine.run(R"(
        CREATE (a:Region {id: 'ASEAN'}), (e:Region {id: 'EU'}),
               (kh:Country {iso2: 'KH', name: 'Cambodia', names: ['<កម្ពុជា>'], nameLanguages: ['km']}),
               (la:Country {iso2: 'LA', name: 'Lao PDR'}), (fr:Country {iso2: 'FR', name: 'France'}),
               (kh)-[:MEMBER_OF {from: date('1999-04-30')}]->(a),
               (la)-[:MEMBER_OF {from: date('1997-07-23'), to: date('2019-12-31')}]->(a),
               (fr)-[:MEMBER_OF {from: date('1958-01-01')}]->(e),
               (i:Institution {id: 'i'})-[:LOCATED_IN]->(kh), (f:Institution {id: 'f'})-[:LOCATED_IN]->(fr),
               (i)-[:PARTICIPATES_IN]->(p:Project {id: 'p', startYear: 2020, endYear: 2022})<-[:PARTICIPATES_IN]-(f),
               (p)-[:ABOUT]->(:Topic {code: 'water', name: 'Water'}))");
    for (std::vector<Value> row; cursor->next(row);) {
    }
    return store;
}

} // namespace

TEST_CASE("Every figure has its query and its texts, and no id is used twice", "[report]") {
    const auto texts = Forms{}.texts();
    std::set<std::string_view> ids;
    for (const auto& part : parts()) {
        CHECK(texts.find(fmt::format("part.{}.title", part.id)));
        CHECK(texts.find(fmt::format("part.{}.text", part.id)));
        for (const auto& figure : part.figures) {
            INFO(figure.id);
            CHECK(ids.insert(figure.id).second);
            CHECK(texts.find(fmt::format("figure.{}.title", figure.id)));
            CHECK(texts.find(fmt::format("figure.{}.text", figure.id)));
            CHECK(texts.find(fmt::format("query.{}.title", figure.id)));
            CHECK_FALSE(embedded_file(query_file(figure)).empty());
        }
    }
}

// What the call of a procedure at `at` is given.
std::string_view call_at(std::string_view query, std::size_t at) {
    return query.substr(at, query.find("})", at) - at);
}

TEST_CASE("Every analysis of a figure ends with the years of the report", "[report]") {
    std::size_t checked = 0;
    for (const auto& part : parts())
        for (const auto& figure : part.figures) {
            const auto query = embedded_file(query_file(figure));
            for (auto at = query.find("CALL collab."); at != query.npos;
                 at = query.find("CALL collab.", at + 1)) {
                const auto call = call_at(query, at);
                INFO(figure.id << ": " << call);
                const auto is_of_all_years = call.starts_with("CALL collab.coverage(") ||
                                             call.starts_with("CALL collab.topics(");
                const auto ends =
                    call.find("toYear: $to") != call.npos || call.find("newTo: $to") != call.npos;
                CHECK((is_of_all_years || ends));
                ++checked;
            }
        }
    CHECK(checked > 20);
}

TEST_CASE("A report is made of a small world, twice the same", "[report]") {
    const auto store = small_world();
    query::Engine engine{*store};
    const Forms forms;
    const auto texts = forms.texts();
    const auto report = make_report(engine, {}, forms.taxonomy(), texts, quiet);
    CHECK(*report.options.from == 2020);
    CHECK(*report.options.to == 2020);
    CHECK(report.options.as_of == "2020-12-31");
    CHECK(report_json(report, texts) ==
          report_json(make_report(engine, {}, forms.taxonomy(), texts, quiet), texts));
    // Membership is dated: Lao PDR has left, and is no member on that day.
    const auto& members = report.parts.at(1).sections.at(0).figures.at(0).table;
    REQUIRE(members.rows.size() == 1);
    CHECK(members.text(members.rows[0], "country") == "KH");
}

TEST_CASE("Options that fit no data are told", "[report]") {
    const auto store = small_world();
    query::Engine engine{*store};
    const Forms forms;
    const auto texts = forms.texts();
    const auto make = [&](const Options& options) {
        return make_report(engine, options, forms.taxonomy(), texts, quiet);
    };
    Options options;
    options.region = "MERCOSUR";
    CHECK_THROWS_WITH(
        make(options),
        "--region is `MERCOSUR`; the store has no such region; there are `ASEAN`, `EU`");
    options = {};
    options.against = "eu";
    CHECK_THROWS_WITH(make(options),
                      "--against is `eu`; the store has no such region; did you mean `EU`?");
    options.against = "ASEAN";
    CHECK_THROWS_WITH(make(options), StartsWith("--region and --against are both `ASEAN`"));
    options = {};
    options.as_of = "1950-01-01";
    CHECK_THROWS_WITH(make(options), "--region is `ASEAN`; no country is a member of it on "
                                     "1950-01-01 in this store");
    options = {};
    options.country = "kh";
    CHECK_THROWS_WITH(make(options), "--country is `kh`, which is no member of `ASEAN` on "
                                     "2020-12-31; did you mean `KH`?");
    options = {};
    options.topic = "watr";
    CHECK_THROWS_WITH(make(options),
                      "--topic is `watr`; the store has no such topic; did you mean `Water`?");
    options.topic = "Water";
    CHECK_NOTHROW(make(options));
    options = {};
    options.from = 2030;
    options.to = 2031;
    CHECK_THROWS_WITH(make(options), "There are no events from 2030 to 2031; the store has events "
                                     "from 2020 to 2020");
    options = {};
    options.from = 2021;
    options.to = 2020;
    CHECK_THROWS_WITH(make(options), "The years from 2021 to 2020 are none");
    options = {};
    options.as_of = "20200630";
    CHECK(make(options).options.as_of == "2020-06-30");
    options = {};
    options.as_of = "yesterday";
    CHECK_THROWS_WITH(make(options), "The day `yesterday` is not of the form 2026-06-30");
}
