// What a load did: counts by source, by label and by type, and what it rejected and why.
//
// Invariant: every row that was read is either in a count or in `rejected`; nothing is dropped
// silently.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lintas::loaders {

struct SourceReport {
    std::string path;
    std::string format;
    std::uint64_t rows = 0; // records read, without headers
    // What the source holds, in the order worth printing, for example {"organisations", 35990}.
    std::vector<std::pair<std::string, std::uint64_t>> counts;
    std::map<std::string, std::uint64_t> rejected; // by reason
    // Files that were there but are of no known kind.
    std::vector<std::string> ignored;

    // 0 if the source does not count that.
    std::uint64_t count(std::string_view what) const;
};

// What a load changed of a graph that was there.
struct ChangeReport {
    std::uint64_t nodes_created = 0;
    std::uint64_t nodes_changed = 0;
    std::uint64_t nodes_deleted = 0; // became one with another
    std::uint64_t relationships_created = 0;
    std::uint64_t relationships_changed = 0;
    std::uint64_t relationships_deleted = 0;
};

struct LoadReport {
    std::vector<SourceReport> sources;
    std::map<std::string, std::uint64_t> nodes_of_label;
    std::map<std::string, std::uint64_t> relationships_of_type;
    std::uint64_t nodes = 0;
    std::uint64_t relationships = 0;
    std::uint64_t rejected = 0;
    std::filesystem::path reject_file; // empty if nothing was written
    // Of a load that changed a little of the store; nothing if it wrote the whole graph.
    std::optional<ChangeReport> change;
};

} // namespace lintas::loaders
