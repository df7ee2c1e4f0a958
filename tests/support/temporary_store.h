// A store in a file of its own, in memory where the system has such a folder. The file is removed
// when the store is closed.
#pragma once

#include "graph/lmdb/lmdb_store.h"
#include "graph/store.h"

#include <filesystem>
#include <memory>

#include "temporary_folder.h"

namespace lintas::testing {

class TemporaryStore final : public Store {
public:
    // `fill` puts a graph into the load and finishes it.
    template <typename Fill>
    explicit TemporaryStore(Fill fill)
        : folder_{TemporaryFolder::in_memory()}, path_{folder_.path() / "test.lintas"} {
        fill(*begin_bulk_load(path_));
        store_ = open_lmdb_store(path_);
    }
    TemporaryStore() : TemporaryStore{[](BulkLoad& load) { load.finish(); }} {}

    std::shared_ptr<const Snapshot> snapshot() const override { return store_->snapshot(); }
    std::unique_ptr<Transaction> begin(std::chrono::milliseconds longest_wait) override {
        return store_->begin(longest_wait);
    }

private:
    TemporaryFolder folder_;
    std::filesystem::path path_;
    std::unique_ptr<Store> store_;
};

} // namespace lintas::testing
