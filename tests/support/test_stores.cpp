#include "test_stores.h"

#include "graph/lmdb/lmdb_store.h"
#include "graph/memory_store.h"
#include "loaders/load.h"
#include "temporary_folder.h"
#include "transaction_load.h"

#include <filesystem>
#include <vector>

namespace lintas::testing {

namespace {

void fill(BulkLoad& target, const std::string& dataset) {
    if (dataset.empty()) return target.finish();
    const auto folder = std::filesystem::path{LINTAS_SOURCES} / "tests/datasets" / dataset;
    const std::vector<loaders::Source> sources{{"csv", folder}};
    loaders::load(sources, nullptr, target);
}

std::unique_ptr<Store> open_memory(const std::string& dataset) {
    auto store = make_memory_store();
    TransactionLoad target{*store};
    fill(target, dataset);
    return store;
}

// Removes its file when it is closed.
class TemporaryStore final : public Store {
public:
    explicit TemporaryStore(const std::string& dataset) {
        const auto path = folder_.path() / "test.lintas";
        fill(*begin_bulk_load(path), dataset);
        store_ = open_lmdb_store(path);
    }
    std::shared_ptr<const Snapshot> snapshot() const override { return store_->snapshot(); }
    std::unique_ptr<Transaction> begin(std::chrono::milliseconds longest_wait) override {
        return store_->begin(longest_wait);
    }

private:
    TemporaryFolder folder_;
    std::unique_ptr<Store> store_;
};

std::unique_ptr<Store> open_lmdb(const std::string& dataset) {
    return std::make_unique<TemporaryStore>(dataset);
}

constexpr StoreKind kinds[] = {{"memory", open_memory}, {"lmdb", open_lmdb}};

} // namespace

std::span<const StoreKind> store_kinds() { return kinds; }

} // namespace lintas::testing
