// Opens what a command is told to read: a store, or one of its named snapshots.
#pragma once

#include "graph/store.h"

#include <filesystem>
#include <memory>
#include <string>

namespace lintas::server {

// The file to read. `as_of`: the name of a snapshot, or empty.
std::filesystem::path path_as_of(const std::string& store, const std::string& as_of);
// Null if the store has no snapshot of that name.
std::unique_ptr<Store> find_snapshot(const std::string& store, const std::string& name);
std::unique_ptr<Store> open_store(const std::string& store, const std::string& as_of);

} // namespace lintas::server
