// LoadFile: the file beside a store that a bulk load writes to, until it takes the store's place.
//
// Invariant: at most one LoadFile of a store exists at a time, in all processes; the file is locked
// while it does and is gone afterwards. What a killed load leaves behind, the next one clears.
#pragma once

#include "graph/lmdb/store_file.h"
#include "graph/lmdb/writer_lock.h"

#include <filesystem>
#include <optional>

namespace lintas::lmdb {

// The file that a load of this store writes to.
std::filesystem::path load_path_of(const std::filesystem::path& store);

class LoadFile {
public:
    // Throws Storage if there is something else than a store at that path, if the folder cannot be
    // written to, if another load of the store is running, or if somebody writes to it. Nobody
    // can write to it from then on: a commit would be lost with the old store.
    explicit LoadFile(const std::filesystem::path& store);
    ~LoadFile();
    LoadFile(const LoadFile&) = delete;
    LoadFile& operator=(const LoadFile&) = delete;

    // Empty at first.
    const std::filesystem::path& path() const { return path_; }

    // Makes the file durable and puts it in the store's place. REQUIRES: nobody has it open.
    void publish();

private:
    struct Created {};
    LoadFile(const std::filesystem::path& store, Created);
    void create();

    std::filesystem::path store_;
    std::filesystem::path path_;
    Descriptor descriptor_;
    std::optional<WriterLock> no_writer_; // to the store that is there
    bool is_published_ = false;
};

} // namespace lintas::lmdb
