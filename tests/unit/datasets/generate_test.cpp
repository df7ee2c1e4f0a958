#include "datasets/generate.h"

#include "datasets/themes.h"
#include "graph/error.h"
#include "temporary_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace lintas::datasets;
using lintas::testing::TemporaryFolder;

namespace {

std::string content(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

// Names and bytes of all files, in order.
std::string all_bytes(const GenerateOptions& options) {
    const TemporaryFolder folder;
    std::string bytes;
    for (const auto& file : generate(folder.path(), options))
        bytes += file.path.filename().string() + '\n' + content(file.path);
    return bytes;
}

std::uint64_t fnv(const std::string& bytes) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    return hash;
}

// The first two fields of a file's records. No id has a comma in it.
std::vector<std::pair<std::string, std::string>> pairs(const std::filesystem::path& path) {
    std::vector<std::pair<std::string, std::string>> found;
    std::ifstream file{path};
    std::string line;
    for (std::getline(file, line); std::getline(file, line);) {
        const auto comma = line.find(',');
        found.emplace_back(line.substr(0, comma),
                           line.substr(comma + 1, line.find(',', comma + 1) - comma - 1));
    }
    return found;
}

} // namespace

TEST_CASE("Scale and seed decide every byte of the demo data", "[datasets][generate]") {
    const auto bytes = all_bytes({});
    CHECK(bytes == all_bytes({}));
    CHECK(bytes != all_bytes({.seed = 43}));
    // The same on every machine, compiler and build type.
    CHECK(fnv(bytes) == 0xf772883d846387df);
}

TEST_CASE("The demo data has about 20,000 nodes, each with an id of its own",
          "[datasets][generate]") {
    const TemporaryFolder folder;
    std::uint64_t nodes = 0;
    for (const auto& file : generate(folder.path(), {})) {
        if (file.has_relationships) continue;
        nodes += file.records;
        std::set<std::string> ids;
        for (const auto& [id, second] : pairs(file.path)) CHECK(ids.insert(id).second);
    }
    CHECK(nodes > 19'000);
    CHECK(nodes < 21'000);
}

TEST_CASE("Relationships of the demo data end at nodes that are there", "[datasets][generate]") {
    const TemporaryFolder folder;
    std::map<std::string, std::set<std::string>> ids;
    for (const auto& file : generate(folder.path(), {})) {
        const auto name = file.path.stem().string();
        if (!file.has_relationships) {
            for (const auto& [id, second] : pairs(file.path)) ids[name].insert(id);
            continue;
        }
        const auto source = name.substr(name.find('.') + 1, name.rfind('.') - name.find('.') - 1);
        const auto target = name.substr(name.rfind('.') + 1);
        std::uint64_t dangling = 0;
        for (const auto& [from, to] : pairs(file.path))
            dangling += !ids[source].contains(from) || !ids[target].contains(to);
        INFO(name);
        CHECK(file.records > 0);
        CHECK(dangling == 0);
    }
}

TEST_CASE("The gaps that the demo data promises are there", "[datasets][generate]") {
    const TemporaryFolder folder;
    generate(folder.path(), {});
    std::map<std::string, std::set<std::string>> countries_of_project;
    for (const auto& [unit, project] :
         pairs(folder.path() / "PARTICIPATES_IN.Institution.Project.csv"))
        countries_of_project[project].insert(unit.substr(0, 2));
    for (const auto& [unit, project] : pairs(folder.path() / "PARTICIPATES_IN.Company.Project.csv"))
        countries_of_project[project].insert(unit.substr(0, 2));

    std::map<std::string, std::set<std::string>> countries_of_challenge;
    std::map<std::string, std::size_t> widest_team;
    for (const auto& [project, challenge] :
         pairs(folder.path() / "ADDRESSES.Project.Challenge.csv")) {
        const auto& countries = countries_of_project.at(project);
        countries_of_challenge[challenge].insert(countries.begin(), countries.end());
        widest_team[challenge] = std::max(widest_team[challenge], countries.size());
    }
    for (const auto& challenge : challenges()) {
        const std::string id{challenge.id};
        INFO(id);
        const auto countries = countries_of_challenge[id].size();
        switch (challenge.reach) {
        case Reach::Crossing: CHECK(widest_team[id] > 2); break;
        case Reach::National: CHECK((countries > 2 && widest_team[id] == 1)); break;
        case Reach::SingleCountry: CHECK(countries == 1); break;
        case Reach::Untouched: CHECK(countries == 0); break;
        }
    }
}

TEST_CASE("Lao PDR works abroad with one institute in Thailand only", "[datasets][generate]") {
    const TemporaryFolder folder;
    generate(folder.path(), {});
    std::map<std::string, std::set<std::string>> members;
    for (const auto& [unit, project] :
         pairs(folder.path() / "PARTICIPATES_IN.Institution.Project.csv"))
        members[project].insert(unit);
    std::size_t together = 0;
    for (const auto& [project, units] : members) {
        const auto is_lao = [](const std::string& unit) { return unit.starts_with("LA-"); };
        if (std::ranges::none_of(units, is_lao)) continue;
        for (const auto& unit : units) {
            CHECK((is_lao(unit) || unit == "TH-I-1"));
            together += unit == "TH-I-1";
        }
    }
    CHECK(together > 0);
}

TEST_CASE("A scale out of range and a folder that cannot be made are refused",
          "[datasets][generate]") {
    CHECK_THROWS_WITH(generate("/tmp/never", {.scale = 0}), Catch::Contains("from 1 to 1000"));
    CHECK_THROWS_AS(generate("/dev/null/folder", {}), lintas::Error);
}
