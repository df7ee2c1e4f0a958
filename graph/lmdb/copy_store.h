// Copies a store as it is at this moment into a file of its own, without the free pages that it has
// gathered: for backups, snapshots and compaction.
//
// Invariant: the copy is the same state of the same store: its identity, version and ids are those
// of the original. Every segment's checksum is looked at on the way, so a damaged store is not
// copied. The target appears only when it is whole and durable; while the copy is made, others may
// read and write the original.
#pragma once

#include <cstdint>
#include <filesystem>

namespace lintas {

struct CopyReport {
    std::uint64_t version = 0;
    std::uint64_t nodes = 0;
    std::uint64_t relationships = 0;
    std::uint64_t bytes_before = 0; // of the original's file
    std::uint64_t bytes = 0;        // of the copy's
};

enum class CopyTarget {
    New,     // Storage if there is something at the target already
    Replace, // takes the place of a store that is there; whoever has that open keeps reading it
};

enum class CopyLog {
    Take,
    Leave, // of a store whose log is lost: the commits since the last merge are lost with it
};

// Throws Storage for what open_lmdb_store() and begin_bulk_load() throw.
CopyReport copy_lmdb_store(const std::filesystem::path& source, const std::filesystem::path& target,
                           CopyTarget kind, CopyLog log = CopyLog::Take);

} // namespace lintas
