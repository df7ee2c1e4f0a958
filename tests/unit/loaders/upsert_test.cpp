// Loads into a store that has data.
#include "loaders/load.h"

#include "graph/error.h"
#include "graph/lmdb/lmdb_store.h"

#include "recorded_graph.h"
#include "test_files.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace lintas;
using namespace lintas::testing;
using Catch::Matchers::Contains;

namespace {

// A store file, and what is in it as text that does not depend on ids.
class TestStore {
public:
    // May a load that changes little be a transaction?
    explicit TestStore(bool may_change) : may_change_{may_change} {}

    loaders::LoadReport load(const std::vector<loaders::Source>& sources) {
        const auto path = files_.path("store.lintas");
        const auto store = std::filesystem::exists(path) ? open_lmdb_store(path) : nullptr;
        const auto old = store ? store->snapshot() : nullptr;
        auto target = begin_bulk_load(path);
        const auto begin_change = [&] {
            target.reset();
            return store->begin();
        };
        return loaders::load(sources, old.get(), *target, {},
                             may_change_ ? begin_change : loaders::BeginChange{});
    }

    std::vector<std::string> content() const {
        const auto store = open_lmdb_store(files_.path("store.lintas"));
        const auto snapshot = store->snapshot();
        std::vector<std::string> lines;
        ScanPosition position;
        Nodes nodes;
        while (snapshot->scan(position, std::optional<LabelId>{}, nodes)) {
        }
        for (const auto node : nodes) lines.push_back(describe(*snapshot, node));
        ScanPosition other;
        Relationships relationships;
        while (snapshot->scan(other, std::optional<TypeId>{}, relationships)) {
        }
        for (const auto relationship : relationships) {
            RelationshipEnds ends;
            snapshot->ends({&relationship, 1}, {&ends, 1});
            lines.push_back(describe(*snapshot, ends.source) + " -" +
                            snapshot->symbols().types.name(ends.type) +
                            properties(*snapshot, relationship) + "-> " +
                            describe(*snapshot, ends.target));
        }
        std::ranges::sort(lines);
        return lines;
    }

    std::size_t count(const std::string& text) const {
        const auto lines = content();
        return static_cast<std::size_t>(std::ranges::count_if(
            lines, [&](const auto& line) { return line.find(text) != std::string::npos; }));
    }

    TestFiles files_;

private:
    bool may_change_;

    template <typename Id> static std::string properties(const Snapshot& snapshot, Id id) {
        std::map<std::string, std::string> sorted;
        for (const auto& [key, value] : snapshot.properties(id)) {
            sorted[snapshot.symbols().keys.name(key)] = to_text(value);
        }
        std::string text = "{";
        for (const auto& [key, value] : sorted) text += key + ":" + value + ",";
        return text + "}";
    }
    static std::string describe(const Snapshot& snapshot, NodeId node) {
        std::set<std::string> labels;
        for (const auto label : snapshot.labels(node)) {
            labels.insert(snapshot.symbols().labels.name(label));
        }
        std::string text = "(";
        for (const auto& label : labels) text += ":" + label;
        return text + properties(snapshot, node) + ")";
    }
};

constexpr const char* table = "rcn,role,pic,type,contribution,country,start_date,end_date\n"
                              "500001,coordinator,900000001,HES,1.5,EL,2019-05-01,2022-04-30\n"
                              "500001,participant,900000002,PRC,NA,TH,2019-05-01,2022-04-30\n";

constexpr const char* ror =
    R"([{"id":"https://ror.org/0aaaaaa11","names":[{"value":"Synthetic","types":["ror_display"]}],)"
    R"("types":["company"],"admin":{"last_modified":{"date":"2026-01-01"}},)"
    R"("locations":[{"geonames_id":1,"geonames_details":{"country_code":"TH"}},)"
    R"({"geonames_id":2,"geonames_details":{"country_code":"TH"}}],)"
    R"("relationships":[{"id":"https://ror.org/0bbbbbb22","type":"child"}]},)"
    R"({"id":"https://ror.org/0bbbbbb22","names":[{"value":"Part","types":["ror_display"]}]}])";

} // namespace

TEST_CASE("A second load of the same sources changes nothing", "[loaders][upsert]") {
    TestStore store{GENERATE(false, true)};
    const auto& files = store.files_;
    const std::vector<loaders::Source> sources = {
        {"ror", files.write("in/ror.json", ror)},
        {"cordis", files.write("in/h2020.csv", table)},
        {"cordis", files.write("in/names.csv", "pic,name,country,activityType\n"
                                               "900000001,Synthetic,FR,HES\n")},
        {"csv",
         files.write("in/Person.csv", "id:ID(P),name,:LABEL\n1,A,Person\n2,B,Person;Extra\n")},
        {"csv", files.write("in/KNOWS.csv",
                            ":START_ID(P),w:int,:END_ID(P)\n1,1,2\n1,1,2\n1,,2\n2,5,2\n")}};
    store.load(sources);
    const auto first = store.content();
    CHECK(store.count("-KNOWS") == 4);
    store.load(sources);
    CHECK(store.content() == first);
    store.load({sources[1]});
    CHECK(store.content() == first);
    store.load({sources[4], sources[3]});
    CHECK(store.content() == first);
}

TEST_CASE("What a load does not speak of is carried over", "[loaders][upsert]") {
    TestStore store{GENERATE(false, true)};
    std::string people = "id:ID(P),name,score:float,tags:string[],born:date,:LABEL\n";
    std::string knows = ":START_ID(P),:END_ID(P),since:int\n";
    for (int i = 0; i < 40'000; ++i) {
        people += std::to_string(i) + ",Synthetic " + std::to_string(i) + ",0.5,a;b,2000-01-01," +
                  (i % 2 == 0 ? "Person" : "Person;Odd") + "\n";
        knows += std::to_string(i) + "," + std::to_string((i * 7 + 1) % 40'000) + ",2000\n";
    }
    store.load({{"csv", store.files_.write("in/Person.csv", people)},
                {"csv", store.files_.write("in/KNOWS.csv", knows)}});
    const auto before = store.content();
    store.load({{"cordis", store.files_.write("h2020.csv", table)}});
    auto after = store.content();
    CHECK(std::ranges::includes(after, before));
    CHECK(after.size() > before.size());
}

TEST_CASE("Nodes, relationships and countries that are known are brought up to date",
          "[loaders][upsert]") {
    TestStore store{GENERATE(false, true)};
    store.load({{"cordis", store.files_.write("h2020.csv", table)}});
    store.load({{"ror", store.files_.write("ror.json", ror)}});
    CHECK(store.count("iso2:'TH'") == 1 + 1 + 2 + 1); // itself, ASEAN, two places, one seat
    std::string changed = table;
    changed.replace(changed.find("coordinator"), 11, "participant");
    changed.replace(changed.find(",TH,"), 4, ",SG,");
    store.load({{"cordis", store.files_.write("h2020.csv", changed)}});
    CHECK(store.count("-COORDINATES") == 0);
    CHECK(store.count("-PARTICIPATES_IN") == 2);
    CHECK(store.count("pic:'900000002'") > 0);
    CHECK(store.count("country:'SG'") == 1);
    CHECK(store.count("country:'TH'") == 0);
}

TEST_CASE("A project's rcn and grant number come together, also in a later load",
          "[loaders][upsert]") {
    TestStore store{GENERATE(false, true)};
    store.load({{"cordis", store.files_.write("h2020.csv", table)}});
    store.load({{"cordis",
                 store.files_.write("organization.csv",
                                    "projectID,name,activityType,country,organisationID,role,"
                                    "ecContribution\n800001,Third,REC,FR,900000003,participant,1\n"
                                    "800001,First,HES,GR,900000001,coordinator,7\n")}});
    CHECK(store.count("(:Project") == 2 + 2 + 1 + 2 + 1);
    store.load({{"cordis", store.files_.write("project.csv",
                                              "id,rcn,acronym,title,startDate,endDate,totalCost,"
                                              "objective\n800001,500001,SYN,Synthetic,2019-05-01,"
                                              "2022-04-30,5,Aim\n")}});
    const auto lines = store.content();
    const auto projects = std::ranges::count_if(
        lines, [](const auto& line) { return line.starts_with("(:Project"); });
    CHECK(projects == 1);
    CHECK(store.count("-PARTICIPATES_IN") == 3);
    CHECK(store.count("-COORDINATES") == 1);
}

TEST_CASE("An older record of ROR does not replace a newer one", "[loaders][upsert]") {
    TestStore store{GENERATE(false, true)};
    store.load({{"ror", store.files_.write("ror.json", ror)}});
    store.load({{"ror", store.files_.write(
                            "old.json", R"({"id":"https://ror.org/0aaaaaa11","name":"Older"})")}});
    CHECK(store.count("Older") == 0);
    std::string newer = ror;
    newer.replace(newer.find("2026-01-01"), 10, "2026-02-02");
    newer.replace(newer.find("Synthetic"), 9, "Renamed");
    newer.replace(newer.find("company"), 7, "funder");
    store.load({{"ror", store.files_.write("new.json", newer)}});
    CHECK(store.count("Synthetic") == 0);
    CHECK(store.count("(:Funder:Institution{") > 0);
    CHECK(store.count(":Company") == 0);
}

TEST_CASE("Nodes that cannot be found again are not loaded into a store that has data",
          "[loaders][upsert]") {
    TestStore store{GENERATE(false, true)};
    store.load({{"csv", store.files_.write("a.csv", ":ID,x\n1,2\n")}});
    const auto before = store.content();
    CHECK_THROWS_WITH(store.load({{"csv", store.files_.path("a.csv")}}),
                      Contains("give its ID column a name"));
    CHECK(store.content() == before);
}

TEST_CASE("A load that fails leaves the old store as it was", "[loaders][upsert]") {
    TestStore store{GENERATE(false, true)};
    store.load({{"ror", store.files_.write("ror.json", ror)}});
    const auto before = store.content();
    CHECK_THROWS_AS(store.load({{"cordis", store.files_.write("h2020.csv", table)},
                                {"csv", store.files_.write("bad.csv", "id:ID\n1\n1\n")}}),
                    Error);
    CHECK(store.content() == before);
}

TEST_CASE("Indexes and constraints stay when a store is loaded again", "[loaders][upsert]") {
    TestFiles files;
    const auto path = files.path("store.lintas");
    const std::vector<loaders::Source> sources{
        {"csv", files.write("Person.csv", "id:ID(Person),name\n1,Ada\n")}};
    const auto load = [&](const Snapshot* old) {
        const auto target = begin_bulk_load(path);
        loaders::load(sources, old, *target);
    };
    load(nullptr);
    Schema schema;
    schema.indexes = {
        {"by_name", 1, IndexKind::Range, EntityKind::Node, {"Person"}, {"name"}, false}};
    schema.next_id = 2;
    {
        const auto store = open_lmdb_store(path);
        const auto transaction = store->begin();
        transaction->set_schema(schema);
        transaction->commit();
    }
    const auto store = open_lmdb_store(path);
    load(store->snapshot().get());
    CHECK(open_lmdb_store(path)->snapshot()->schema() == schema);
    load(nullptr);
    CHECK(open_lmdb_store(path)->snapshot()->schema().is_empty());
}
