#include "graph/lmdb/lmdb_store.h"

#include "graph/lmdb/open_files.h"

namespace lintas {

namespace {

class LmdbStore final : public FileStore {
public:
    explicit LmdbStore(std::shared_ptr<lmdb::LiveStore> store) : store_{std::move(store)} {}

    std::shared_ptr<const Snapshot> snapshot() const override { return store_->snapshot(); }
    std::unique_ptr<Transaction> begin(std::chrono::milliseconds longest_wait) override {
        return store_->begin(longest_wait);
    }

    void merge() override { store_->merge(); }

private:
    std::shared_ptr<lmdb::LiveStore> store_; // shared with its readers and other openings
};

} // namespace

std::unique_ptr<FileStore> open_lmdb_store(const std::filesystem::path& path,
                                           const OpenOptions& options) {
    return std::make_unique<LmdbStore>(lmdb::open_shared(path, options.map_bytes));
}

} // namespace lintas
