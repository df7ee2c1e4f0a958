// The files that this process has open, so that each is opened once.
#pragma once

#include "graph/lmdb/lmdb_snapshot.h"

#include <cstddef>
#include <filesystem>
#include <memory>

namespace lintas::lmdb {

// The state of the store at this path: the one that others of this process have open already, or a
// newly opened one. Shared by all who opened the same file; the last of them closes it. From any
// thread. Throws as open_lmdb_store().
std::shared_ptr<const LmdbSnapshot> open_shared(const std::filesystem::path& path,
                                                std::size_t map_bytes);

} // namespace lintas::lmdb
