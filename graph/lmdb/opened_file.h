// OpenedFile: a store's file, opened through LMDB for reading, at its newest state.
//
// Invariant: a process opens a file at most once at a time (LMDB's locks belong to processes, and
// closing one of two openings would drop those of both); further states share what was opened. The
// entries are valid as long as it lives.
#pragma once

#include "graph/lmdb/environment.h"
#include "graph/lmdb/store_file.h"
#include "graph/lmdb/store_tables.h"

#include <cstddef>
#include <filesystem>
#include <memory>

namespace lintas::lmdb {

class OpenedFile {
public:
    // Throws Storage if the file is no store of this format, or if its pages are damaged.
    OpenedFile(const std::filesystem::path& file, std::size_t map_bytes);
    // The newest state of the same file.
    OpenedFile newest() const { return OpenedFile{environment_}; }

    const StoreTables& tables() const { return tables_; }
    std::uint64_t transaction() const { return transaction_.id(); }
    FileIdentity identity() const { return identity_of(environment_->descriptor()); }
    const Environment& environment() const { return *environment_; }

private:
    explicit OpenedFile(std::shared_ptr<const Environment> environment);

    FolderLock lock_; // while opening: the file and LMDB's lock file must be each other's
    std::shared_ptr<const Environment> environment_; // shared by all states of the file
    LmdbTransaction transaction_;
    StoreTables tables_;
};

// Throws Storage unless the bytes begin as an LMDB file that it can open.
void expect_lmdb_file(const MappedFile& mapped, const std::filesystem::path& file);

} // namespace lintas::lmdb
