// What takes how much room in a store, for people to read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lintas {

// One property of nodes or relationships, one direction of one type, or the like.
struct StorePart {
    std::string kind;                   // "node property", "outgoing relationships", ...
    std::string name;                   // of the key or type; empty where the kind says all
    std::vector<std::string> encodings; // that occur, of properties
    std::uint64_t segments = 0;
    std::uint64_t values = 0; // or relationships
    std::uint64_t bytes = 0;  // on the disk
};

struct StoreSizes {
    std::string made_by;
    std::uint32_t format = 0;
    std::uint64_t file_bytes = 0;
    // Bytes of the file that are in no part: LMDB's own pages, the catalogue, free pages.
    std::uint64_t other_bytes = 0;
    std::vector<StorePart> parts; // the largest first
};

// Opens the store (or shares it, if this process has it open). Throws as open_lmdb_store().
StoreSizes measure_lmdb_store(const std::filesystem::path& path);

} // namespace lintas
