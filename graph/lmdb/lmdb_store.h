// The embedded store: a graph in one file, through LMDB.
//
// Invariant: what is read was verified against its checksum first: a damaged file gives an Error,
// never wrong data. Other processes may read the file at the same time.
#pragma once

#include "graph/bulk_load.h"
#include "graph/store.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

namespace lintas {

struct OpenOptions {
    // Address space to reserve; halved until the system grants it. The file is never that large.
    std::size_t map_bytes = std::size_t{1} << 40;
};

// A store in a file, with what only such a store can be asked.
class FileStore : public Store {
public:
    // Merges all commits of the log into the file. Happens by itself from time to time. Throws
    // Storage if that is not possible; no commit is lost then.
    virtual void merge() = 0;
};

// Opens a store. Opening a file that is open already shares it. The first transaction makes this
// process the one that may write, as long as the store or a snapshot of it is open. Throws Storage,
// with a sentence for each case, if there is no file, it may not be read, it is no store, it is
// damaged, its format is of another version, or it lies on a network file system.
std::unique_ptr<FileStore> open_lmdb_store(const std::filesystem::path& path,
                                           const OpenOptions& options = {});

struct BulkLoadOptions {
    // Program and version, kept in the store for people to read.
    std::string made_by = "lintas";
    // As many label sets have groups of ids of their own; the nodes of all others share groups.
    std::size_t most_home_label_sets = 1024;
};

// Begins a load that makes a new store in a file beside `path` (which may be a store or nothing)
// and puts it there in finish(); the file is removed if that is not reached. Throws Storage if the
// folder cannot be written to, if there is something else at `path`, or if another load of the same
// store is running. Not thread-safe.
std::unique_ptr<BulkLoad> begin_bulk_load(const std::filesystem::path& path,
                                          const BulkLoadOptions& options = {});

} // namespace lintas
