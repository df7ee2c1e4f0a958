// The demo and benchmark data: a made-up world of research cooperation between South-East Asia,
// Europe and others, as CSV files in the convention of neo4j-admin import. Countries, their
// memberships and the themes are real; whoever and whatever works on them is invented and marked
// `synthetic`. Gaps are built in (see Reach in themes.h).
//
// Invariant: the same scale and seed give the same bytes on every machine.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lintas::datasets {

struct GenerateOptions {
    std::uint64_t scale = 1; // 1 to 1000; 1 is about 20,000 nodes
    std::uint64_t seed = 42;
};

struct GeneratedFile {
    std::filesystem::path path;
    std::uint64_t records = 0;
    bool has_relationships = false;
};

// Writes the files into `folder`, which is made if it is not there. Usage error for a scale out of
// range, Storage if a file cannot be written.
std::vector<GeneratedFile> generate(const std::filesystem::path& folder,
                                    const GenerateOptions& options);

} // namespace lintas::datasets
