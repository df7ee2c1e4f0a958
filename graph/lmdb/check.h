// Looks through a whole store for anything that is not as it should be.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lintas {

struct CheckReport {
    // A sentence each; empty for a sound store. After the first thousand, the rest is left out.
    std::vector<std::string> findings;
    // What was looked through.
    std::uint64_t pages = 0;
    std::uint64_t segments = 0;
    std::uint64_t commits = 0; // in the log
    std::uint64_t nodes = 0;
    std::uint64_t relationships = 0;
};

// Checks pages, checksums, the catalogue, offsets and codes; the log; and, with the log's commits
// applied, both directions of every relationship and the statistics. While somebody writes to the
// store, it may find what is only half written. Reads the file without LMDB, and never crashes,
// whatever the file holds. What depends on something damaged is not looked at. Throws Storage if
// there is nothing to check: no file, no permission, no store, or one of another format's version.
CheckReport check_lmdb_store(const std::filesystem::path& path);

} // namespace lintas
