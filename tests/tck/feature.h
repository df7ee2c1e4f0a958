// Reads the Gherkin subset that the openCypher TCK uses and expands its outlines.
//
// Invariant: a scenario's steps begin with those of the feature's background; every `<column>` of
// an outline is replaced; scenarios tagged @ignore are left out.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lintas::tck {

using Table = std::vector<std::vector<std::string>>;

struct Step {
    std::string text; // without its keyword
    std::optional<std::string> document;
    std::optional<Table> table;
};

struct Scenario {
    std::string id; // file::name#row, row counted from 1 over an outline's examples
    std::string folder;
    std::vector<Step> steps;
};

// Throws std::runtime_error for a line that is none of the known forms.
std::vector<Scenario> read_feature(const std::filesystem::path& root,
                                   const std::filesystem::path& file);

// All scenarios below the folder, in the order of the files' names.
std::vector<Scenario> read_features(const std::filesystem::path& root);

} // namespace lintas::tck
