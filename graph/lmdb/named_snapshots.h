// Named, read-only copies of a store, in the folder `STORE.snapshots` beside it.
//
// Invariant: a snapshot is a store of its own and never changes; it is there as a whole or not at
// all. Names are up to 64 letters, digits, `-`, `_` and `.`, and do not begin with a `.`.
#pragma once

#include "graph/lmdb/copy_store.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lintas {

struct NamedSnapshot {
    std::string name;
    std::filesystem::path path;
    std::chrono::system_clock::time_point made;
    std::uint64_t bytes = 0;
};

// By name.
std::vector<NamedSnapshot> named_snapshots(const std::filesystem::path& store);
// Storage if there is none of that name; the error names those that are there.
NamedSnapshot named_snapshot_for(const std::filesystem::path& store, const std::string& name);
// Storage if there is one of that name already; Usage for a name that is none.
CopyReport make_named_snapshot(const std::filesystem::path& store, const std::string& name);
// Who has it open keeps reading it.
void delete_named_snapshot(const std::filesystem::path& store, const std::string& name);

} // namespace lintas
