// Every function and aggregate has a case of its own in the .test files about arguments and limits.
#include "query/functions/aggregate.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <set>

using namespace lintas::query;

namespace {

// The names of the cases in the .test files of a folder.
std::set<std::string> case_names(const std::string& folder) {
    const auto path = std::filesystem::path{LINTAS_SOURCES} / "tests/queries/functions" / folder;
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{path}) {
        std::ifstream file{entry.path()};
        for (std::string line; std::getline(file, line);)
            if (line.starts_with("== ")) names.insert(line.substr(3));
    }
    return names;
}

} // namespace

TEST_CASE("Every function is tested with other arguments and at its limits", "[functions]") {
    for (const auto* folder : {"arguments", "limits"}) {
        const auto names = case_names(folder);
        const auto has_case = [&](std::string_view name) {
            INFO(folder << " lacks a case for " << name);
            CHECK(names.contains(std::string{name}));
        };
        for (const auto* function : all_functions()) has_case(function->name);
        for (const auto& aggregate : all_aggregates()) has_case(aggregate.name);
    }
}
