#include "graph/lmdb/lmdb_store.h"

#include "graph/error.h"
#include "graph/lmdb/lmdb_snapshot.h"
#include "graph/lmdb/open_files.h"

namespace lintas {

namespace {

class LmdbStore final : public Store {
public:
    explicit LmdbStore(std::shared_ptr<const Snapshot> snapshot) : snapshot_{std::move(snapshot)} {}

    std::shared_ptr<const Snapshot> snapshot() const override { return snapshot_; }
    std::unique_ptr<Transaction> begin(std::chrono::milliseconds) override {
        throw Error{ErrorCode::Unsupported, "This version of lintas reads stores and loads new "
                                            "ones; it cannot write to one yet"};
    }

private:
    std::shared_ptr<const Snapshot> snapshot_; // shared with its readers; stores outlive nobody
};

} // namespace

std::unique_ptr<Store> open_lmdb_store(const std::filesystem::path& path,
                                       const OpenOptions& options) {
    return std::make_unique<LmdbStore>(lmdb::open_shared(path, options.map_bytes));
}

} // namespace lintas
