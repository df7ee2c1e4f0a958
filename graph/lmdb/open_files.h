// The files that this process has open, so that each is opened once.
#pragma once

#include "graph/lmdb/live_store.h"

#include <cstddef>
#include <filesystem>
#include <memory>

namespace lintas::lmdb {

// The store at this path: the one that others of this process have open already, or a newly opened
// one. Shared by all who opened the same file; the last of them closes it. From any
// thread. Throws as open_lmdb_store().
std::shared_ptr<LiveStore> open_shared(const std::filesystem::path& path, std::size_t map_bytes);

} // namespace lintas::lmdb
