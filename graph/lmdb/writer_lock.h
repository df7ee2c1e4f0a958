// WriterLock: lets one process at a time write to a store.
//
// Invariant: readers do not need it. It is gone with the process that held it.
#pragma once

#include "graph/lmdb/store_file.h"

#include <filesystem>

namespace lintas::lmdb {

class WriterLock {
public:
    // Throws Storage if another process writes to the store, or replaces it.
    explicit WriterLock(const std::filesystem::path& store);

    FileIdentity file() const { return identity_of(descriptor_.get()); }

private:
    Descriptor descriptor_;
};

} // namespace lintas::lmdb
